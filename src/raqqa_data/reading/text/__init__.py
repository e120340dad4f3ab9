"""What is written: folding with the way back to the text as given, and tokens."""
