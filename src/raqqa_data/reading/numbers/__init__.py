"""Tokens to a number: digits, words, fractions, ranges, ordinals and vague ones."""
