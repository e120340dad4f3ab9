"""Tokens to a period."""
