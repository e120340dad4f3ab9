"""A text as the rules see it: words, sentences, clauses, and the cells of its tables."""
