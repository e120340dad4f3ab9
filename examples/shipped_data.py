"""A first look at the shipped datasets.

Run it from anywhere: python examples/shipped_data.py
"""

from __future__ import annotations

import raqqa_data as rd


def main() -> None:
    """Print a record, its value in another unit, and a total that says what it is made of."""
    rubble = rd.reconstruction.rubble_removed
    print(rubble)
    print(rubble.to("hectare").estimate)
    print(rd.total(rd.observations.where(part_of="prison_attack.killed")).explain())
    for event in rd.events:
        print(event.period, event.name.en, event.name.ar, sep=" | ")


if __name__ == "__main__":
    main()
