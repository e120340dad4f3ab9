"""A text put together from the pieces of a file, with the place of each."""

from __future__ import annotations

from raqqa_data.sources.source import Part, Role


class Writer:
    """Collects pieces one by one.

    Example:
        >>> writer = Writer()
        >>> writer.add("عاد 300 شخص.", page=1)
        >>> writer.text, writer.parts[0].page
        ('عاد 300 شخص.', 1)
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._parts: list[Part] = []
        self._at = 0

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self._pieces)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Where each piece stands."""
        return tuple(self._parts)

    def add(
        self,
        text: str,
        *,
        page: int | None = None,
        cell: tuple[int, int] | None = None,
        role: Role = Role.BODY,
        joint: str = "\n",
    ) -> None:
        """Add a piece behind a joint; an empty one is left out."""
        if not text.strip():
            return
        if self._pieces:
            self._pieces.append(joint)
            self._at += len(joint)
        start = self._at
        self._pieces.append(text)
        self._at += len(text)
        self._parts.append(Part(start, self._at, page, cell, role))

    def row(
        self, cells: list[str], number: int, *, page: int | None = None, role: Role = Role.TABLE, width: int = 0
    ) -> None:
        """Add a row of a table: its cells on one line, a tab and a bar between them, so that no figure runs on.

        Args:
            cells: What they say.
            number: The row's.
            page: The page or the sheet that it stands on.
            role: What it is to the file.
            width: How many cells its table has, where those that are empty at the end of a row are none that are
                merged or left out.
        """
        joint, last = "\n", 0
        for column, cell in enumerate(cells, 1):
            tidy = " ".join(cell.split())
            if tidy:
                self.add(tidy, page=page, cell=(number, column), role=role, joint=joint)
                joint = "\t|\t"
                last = column
        if 0 < last < width:
            self._parts.append(Part(self._at, self._at, page, (number, width), role))
