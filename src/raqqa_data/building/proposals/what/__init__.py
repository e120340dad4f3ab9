"""Of what a figure is: its indicator, with unit, additivity and subgroup."""
