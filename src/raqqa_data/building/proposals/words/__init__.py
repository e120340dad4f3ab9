"""What words mean to the rules of proposals: of saying, of places, of events and things; with their lists as TOML."""
