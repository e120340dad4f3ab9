"""Figures of an Arabic news article on Raqqa as typed, unit-aware records."""

__version__ = "0.1.0"
