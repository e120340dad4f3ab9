"""What a text may name: a person's own reference file, then the agents and places that ship."""
