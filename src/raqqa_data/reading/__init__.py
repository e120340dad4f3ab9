"""Arabic text to mentions: every figure and date in it, with exact spans."""
