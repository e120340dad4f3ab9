"""The typed datasets that ship, made from `catalogue/raqqa-2022.json` on import of this module."""

from __future__ import annotations

import pkgutil

import attrs

from raqqa_data.catalogue import Catalogue, loads
from raqqa_data.records.dataset import Dataset, Events, Observations
from raqqa_data.records.observation import Area, Count, Duration, RecordStatus, Share


@attrs.frozen(kw_only=True)
class Battle(Dataset):
    """The battle of Raqqa, June to October 2017.

    Attributes:
        city_destroyed: Share of the city that the battle left destroyed, in percent.
        battle_duration: How long the battle went on, in months.
        is_rule_duration: How long IS ruled the city, in years.
    """

    city_destroyed: Share
    battle_duration: Duration
    is_rule_duration: Duration


@attrs.frozen(kw_only=True)
class Reconstruction(Dataset):
    """What was removed and rebuilt in Raqqa between October 2017 and October 2022.

    Attributes:
        residents_returned: People who returned.
        rubble_removed: Rubble, by area, in square metres.
        explosive_remnants_removed: Unexploded remnants.
        bridges_rebuilt: Bridges over the Euphrates.
        schools_restored: Schools restored or built.
    """

    residents_returned: Count
    rubble_removed: Area
    explosive_remnants_removed: Count
    bridges_rebuilt: Count
    schools_restored: Count


@attrs.frozen(kw_only=True)
class Security(Dataset):
    """Operations of the SDF from January to October 2022, and the fighters it holds.

    Attributes:
        explosive_items_removed: Explosive items.
        cell_members_arrested: People arrested as members of cells.
        weapons_seized: Weapons.
        fighters_detained: Fighters held in prisons, a stock.
    """

    explosive_items_removed: Count
    cell_members_arrested: Count
    weapons_seized: Count
    fighters_detained: Count


@attrs.frozen(kw_only=True)
class PrisonAttack(Dataset):
    """The attack on a prison in Al-Hasakah early in 2022.

    Attributes:
        killed: All people killed.
        killed_is_members: Those of them who were members of IS.
        killed_civilians: Those of them who were civilians.
        killed_sdf_members: Those of them who were members of the SDF.
        displaced: People displaced.
    """

    killed: Count
    killed_is_members: Count
    killed_civilians: Count
    killed_sdf_members: Count
    displaced: Count


def _shipped(name: str) -> Catalogue:
    # importlib.resources would do, and import tempfile, zipfile and shutil on the way
    content = pkgutil.get_data("raqqa_data.catalogue", name)
    return loads((content or b"").decode("utf-8"), name)


catalogue: Catalogue = _shipped("raqqa-2022.json")
"""All that ships, withdrawn and superseded records included."""

battle: Battle = catalogue.dataset(Battle)
reconstruction: Reconstruction = catalogue.dataset(Reconstruction)
security: Security = catalogue.dataset(Security)
prison_attack: PrisonAttack = catalogue.dataset(PrisonAttack)

observations: Observations = Observations(r for r in catalogue.observations if r.record_status is RecordStatus.CURRENT)
"""All observations in use."""

events: Events = Events(
    sorted((e for e in catalogue.events if e.record_status is RecordStatus.CURRENT), key=lambda e: e.period)
)
"""All events in use, in order of time."""

data_version: str = catalogue.data_version
"""Version of the data, apart from the version of the library."""
