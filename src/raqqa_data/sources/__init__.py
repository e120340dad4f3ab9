"""A file as it comes, and the text that it holds."""
