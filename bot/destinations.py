"""Where a button leads: the answer to each thing that can be pressed or typed as a command."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from bot.actions import (
    Centers,
    CheckNumber,
    Erase,
    Events,
    Help,
    Menu,
    Open,
    Pressed,
    Privacy,
    Speak,
    Start,
    Urgent,
    Walk,
)
from bot.answer import EMERGENCY, MIGRANTS, WOMEN, Answer, Checked, Kind, about, contacts_known
from bot.directory import listing, page_of
from knowledge.model import KnowledgeBase, Language
from knowledge.numbers import Number, NumberState, look_up

PRIVACY_GUIDE = "about-privacy"
ROOM_GUIDES = ("found-chatroom", "keep-evidence")
"""Guides beside an address that nobody knows: it may be the room itself."""
EVENT_GUIDES = ("rally-safety", "join-action", "movement")
URGENT_CENTERS = (*EMERGENCY, "suicide-109", "youth-1388")

_SIMPLE: dict[type[Pressed], Kind] = {Start: Kind.START, Help: Kind.HELP, CheckNumber: Kind.NUMBER}


def destination(action: Pressed, language: Language, base: KnowledgeBase, now: dt.datetime) -> Answer | None:
    """The answer to a press; None where it leads nowhere any more."""
    blank = Answer(Kind.MENU, language, page=action)
    match action:
        case Open() | Walk():
            return _guide(action, blank, base)
        case Menu():
            return _menu(action, blank, base)
        case Centers():
            ids = page_of(listing(base, action, now), action.page)
            return contacts_known(replace(blank, kind=Kind.CENTERS), base, ids)
        case Speak(spoken):
            return replace(blank, kind=Kind.LANGUAGE, language=spoken)
        case Events():
            return replace(blank, kind=Kind.EVENTS, offered=_known(EVENT_GUIDES, base))
        case Erase():
            return replace(blank, kind=Kind.ERASE, offered=_known((PRIVACY_GUIDE,), base))
        case Privacy():
            return replace(blank, kind=Kind.PRIVACY, offered=_known((PRIVACY_GUIDE,), base))
        case Urgent():
            return contacts_known(replace(blank, kind=Kind.URGENT), base, (*URGENT_CENTERS, MIGRANTS))
        case Start() | Help() | CheckNumber():
            return replace(blank, kind=_SIMPLE[type(action)])


def about_numbers(text: str, answer: Answer, base: KnowledgeBase) -> Answer:
    """The answer to a question whether a number or address is real; nothing of the text is in it."""
    checked = _gravest(look_up(text, base))
    kept = replace(answer, kind=Kind.NUMBER, number=checked)
    if checked.state is NumberState.UNKNOWN:
        return contacts_known(replace(kept, offered=_known(ROOM_GUIDES, base) if checked.address else ()), base, (WOMEN,))
    return contacts_known(kept, base, checked.centers)


def _gravest(numbers: tuple[Number, ...]) -> Checked:
    """What is known of several numbers: a false one counts before an unknown one, and that before a known one."""
    for state in (NumberState.FALSE, NumberState.UNKNOWN, NumberState.KNOWN):
        if of_state := [number for number in numbers if number.state is state]:
            centers = tuple(dict.fromkeys(center for number in of_state for center in number.centers))
            return Checked(state, centers, of_state[0].why, address=any(number.kind == "url" for number in of_state))
    return Checked(NumberState.UNKNOWN)


def _guide(action: Open | Walk, blank: Answer, base: KnowledgeBase) -> Answer | None:
    guide = base.guide(action.guide)
    if guide is None:
        return None
    section = guide.section(action.section) if action.section else None
    answer = about(replace(blank, kind=Kind.ANSWER, confidence=1.0), base, guide.id, section.id if section else None)
    if isinstance(action, Open):
        return answer
    if section is None or action.step > len(section.steps or section.points):
        return None
    return replace(answer, kind=Kind.STEP, offered=(guide.id,))


def _menu(action: Menu, blank: Answer, base: KnowledgeBase) -> Answer | None:
    if action.category is None:
        return blank
    if action.category not in {category.id for category in base.categories}:
        return None
    return replace(blank, offered=tuple(guide.id for guide in base.in_category(action.category)))


def _known(ids: tuple[str, ...], base: KnowledgeBase) -> tuple[str, ...]:
    return tuple(each for each in ids if base.guide(each))
