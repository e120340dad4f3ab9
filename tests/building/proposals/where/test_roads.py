"""Roads by the two places between which they go: where something happened on them, and where a town is told too."""

from __future__ import annotations

import pytest

from tests.building.proposals.where.drafted_places import places


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قتل 12 شخصا على طريق حلب - دمشق.", ["طريق حلب - دمشق"]),
        ("قتل 12 شخصا بطريق كفرزيتون – دمشق.", ["طريق كفرزيتون – دمشق"]),
        ("قتل 12 شخصا على طريق القاهرة - الإسكندرية الصحراوي.", ["طريق القاهرة - الإسكندرية الصحراوي"]),
        ("قتل 12 شخصا على طريق القاهرة - الإسكندرية الذي أغلق.", ["طريق القاهرة - الإسكندرية"]),
        ("طريق كفرزيتون - دمشق: قتل 12 شخصا.", ["طريق كفرزيتون - دمشق"]),
        ("قتل 12 شخصا على طريق حلب - وهو مغلق.", ["طريق حلب"]),
        ("قتل 12 شخصا على طريق كفرزيتون.", ["طريق كفرزيتون"]),
        ("في حلب 41 مبنى، وفي طريق الباب 28 مبنى.", ["حلب", "طريق الباب"]),
        ("وصلت عن طريق حلب 12 شاحنة.", [None]),
        ("قتل 12 شخصا على طريق السوق - دمشق.", [None]),
        ("قتل 3 على طريق حلب - دمشق في بلدة القريتيا. واحترق 12 منزلا.", ["طريق حلب - دمشق", "بلدة القريتيا"]),
    ],
)
def test_on_a_road_between_two_places(text: str, found: list[str | None]) -> None:
    assert places(text) == found
