"""Whether a figure says again what an earlier one said."""
