"""The tests, below the same paths as what they test."""
