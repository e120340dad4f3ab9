"""Where a figure was counted."""
