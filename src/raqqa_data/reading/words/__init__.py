"""What a word means: the lexicon, and its vocabulary as TOML."""
