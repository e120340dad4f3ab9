"""What is no figure: labels, scores, clock times, codes."""
