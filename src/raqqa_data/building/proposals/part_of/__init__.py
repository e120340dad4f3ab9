"""Which figure is part of which."""
