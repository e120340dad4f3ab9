"""When a figure was counted."""
