"""What is laid out for a person, in blocks of no platform. Blocks hold finished words: a channel adds none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.actions import Open, Pressed
from bot.urgency import Label
from knowledge.model import ChannelKind, Language


@dataclass(frozen=True)
class Heading:
    """A title; level 1 is a guide or page, 2 a section of it."""

    words: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """One to four sentences."""

    words: str


@dataclass(frozen=True)
class StepLine:
    """One step or point."""

    words: str
    warning: bool = False
    """A well-meant act that is dangerous or punishable."""
    label: str = ""
    """A word that marks a warning, for those who see no colours."""


@dataclass(frozen=True)
class Steps:
    """Steps in order, or points without one."""

    lines: tuple[StepLine, ...]
    numbered: bool
    first: int = 1
    """Number of the first step."""


@dataclass(frozen=True)
class PhoneLine:
    """A number of a center."""

    dialled: str
    """As people dial it in Korea; for links and copying."""
    words: str
    """The number as it is read, with its form from abroad and what it is for."""


@dataclass(frozen=True)
class Way:
    """Another way to reach a center."""

    kind: ChannelKind
    value: str
    words: str
    """The way as it is read: what kind, where, how."""


@dataclass(frozen=True)
class Contact:
    """A center and how to reach it."""

    center: str
    name: str
    what: str
    phones: tuple[PhoneLine, ...]
    ways: tuple[Way, ...]
    hours: str
    """When it answers, and whether that is now; empty where nobody knows."""
    open: bool | None
    notes: tuple[str, ...] = ()
    """What to confirm, whom to call when it is closed."""
    url: str | None = None
    address: str | None = None


@dataclass(frozen=True)
class Alert:
    """One danger, spoken to before anything else."""

    label: Label
    title: str
    words: str
    contacts: tuple[Contact, ...]


@dataclass(frozen=True)
class SourceLine:
    """A source that is named."""

    words: str
    url: str | None = None


@dataclass(frozen=True)
class Sources:
    """The last, quiet lines: when this was reviewed, and by which sources."""

    reviewed: str
    named: str = ""
    """The sources in one sentence."""
    sources: tuple[SourceLine, ...] = ()
    stale: str | None = None
    """Says that the review is overdue, where it is."""


@dataclass(frozen=True)
class Button:
    """Words to press, and what they mean."""

    label: str
    action: Pressed


@dataclass(frozen=True)
class Call:
    """Words to press that dial a number."""

    label: str
    number: str
    center: str


@dataclass(frozen=True)
class Buttons:
    """Buttons that belong together, under a title or none."""

    buttons: tuple[Button | Call, ...]
    title: str | None = None


Block = Alert | Heading | Paragraph | Steps | Contact | Sources | Buttons


@dataclass(frozen=True)
class Reply:
    """A whole reply."""

    language: Language
    opening: str
    """The first line: neutral, since it may be seen on a locked screen."""
    blocks: tuple[Block, ...]

    def buttons(self) -> Iterator[Button | Call]:
        """Every button, in order."""
        return (button for block in self.blocks if isinstance(block, Buttons) for button in block.buttons)

    def guides(self) -> tuple[str, ...]:
        """Guides that a button opens whole, in order."""
        return tuple(
            button.action.guide
            for button in self.buttons()
            if isinstance(button, Button) and isinstance(button.action, Open) and button.action.section is None
        )

    def contacts(self) -> Iterator[Contact]:
        """Every contact, those of alerts first."""
        for block in self.blocks:
            if isinstance(block, Alert):
                yield from block.contacts
            elif isinstance(block, Contact):
                yield block
