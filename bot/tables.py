"""Tables that the command line prints."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import astuple, fields
from typing import TYPE_CHECKING

from bot.contacts import contact
from bot.wording import Voice
from knowledge.model import Center

if TYPE_CHECKING:
    from rich.table import Table

    from retrieval.measure import Figures

CENTER_COLUMNS = ("name", "phone", "hours", "sources", "reviewed")
NUMBER_WIDTH = 13
"""Narrowest column: a phone number stays on one line."""


def centers_table(centers: Iterable[Center], voice: Voice, now: dt.datetime) -> Table:
    """Centers with their numbers, hours, sources and review dates."""
    from rich.table import Table

    table = Table(show_lines=True)
    for column in CENTER_COLUMNS:
        table.add_column(voice.say(f"cli.table-{column}"), overflow="fold", min_width=NUMBER_WIDTH)
    for center in centers:
        shown = contact(center, voice, now)
        reached = "\n".join(phone.words for phone in shown.phones) or shown.url or ""
        named = "\n".join(" ".join(filter(None, (source.publisher, source.dated, source.url))) for source in center.sources)
        table.add_row(f"{shown.name}\n{center.id}", reached, shown.hours, named, center.reviewed.isoformat())
    return table


def figures_table(measured: Sequence[Figures]) -> Table:
    """What was measured, one row a group."""
    from rich.table import Table

    names = [field.name.replace("_", " ") for field in fields(measured[0])] if measured else []
    table = Table(*names)
    for each in measured:
        table.add_row(*(f"{value:.3f}" if isinstance(value, float) else str(value) for value in astuple(each)))
    return table
