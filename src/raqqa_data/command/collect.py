"""`raqqa-data collect`: catalogues of many documents, and what they hold."""

from __future__ import annotations

from collections import Counter

from raqqa_data.command import terminal
from raqqa_data.command.catalogues import collected
from raqqa_data.command.deliveries import print_json
from raqqa_data.command.options import AsJson, Catalogues, NoIndex, app


@app.command(epilog="Example: raqqa-data collect catalogues", short_help="Bring catalogues of many documents together.")
def collect(folders: Catalogues, *, no_index: NoIndex = False, as_json: AsJson = False) -> None:
    """Bring catalogues of many documents together, and say what they hold."""
    held = collected(folders, no_index=no_index)
    rows = [
        {
            "document": catalogue.document.id,
            "published": str(catalogue.document.published) if catalogue.document.published else None,
            "observations": len(catalogue.observations),
            "events": len(catalogue.events),
            "agents": [agent.id for agent in catalogue.agents],
        }
        for catalogue in terminal.watched(held.catalogues)
    ]
    if as_json:
        print_json({"documents": rows, "observations": len(held), "event_keys": dict(held.event_keys)})
    else:
        said = Counter(record.attributed_to.id for record in held.observations if record.attributed_to)
        terminal.show_documents(rows, len(held), said)
