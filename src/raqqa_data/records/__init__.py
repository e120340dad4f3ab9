"""What a record is. Knows no file, no reader, and no pint at import."""
