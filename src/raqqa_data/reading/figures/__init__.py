"""A number with its unit, noun and qualifier."""
