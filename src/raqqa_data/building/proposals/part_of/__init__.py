"""Which figure is part of which, and which is told again."""
