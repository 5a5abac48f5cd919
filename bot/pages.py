"""From an answer to a reply: alerts, then the page for its kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from bot import center_pages, guide_pages, menu_pages
from bot.answer import Answer, Kind, alert_centers
from bot.reply import Alert, Block, Paragraph, Reply
from bot.urgency import Label
from bot.view import View
from bot.wording import Wording
from knowledge.model import LANGUAGES, KnowledgeBase

PAGES: dict[Kind, Callable[[View], Iterable[Block]]] = {
    Kind.ANSWER: guide_pages.answered,
    Kind.CHOICES: guide_pages.choices,
    Kind.UNKNOWN: guide_pages.unknown,
    Kind.DECLINED: guide_pages.declined,
    Kind.STEP: guide_pages.step,
    Kind.MENU: menu_pages.menu,
    Kind.START: menu_pages.start,
    Kind.HELP: menu_pages.helped,
    Kind.LANGUAGE: menu_pages.language,
    Kind.ERASE: menu_pages.erase,
    Kind.PRIVACY: menu_pages.privacy,
    Kind.CENTERS: center_pages.centers,
    Kind.URGENT: center_pages.urgent,
    Kind.NUMBER: center_pages.number,
    Kind.EVENTS: center_pages.events,
}


def compose(answer: Answer, base: KnowledgeBase, wording: Wording, now: dt.datetime) -> Reply:
    """The reply to an answer, whole. Raises LookupError where the catalogs are gone: buttons without words help nobody."""
    view = View(answer, base, wording.voice(answer.language, base), now)
    opening = _said(view, "opening", " / ")
    if not opening:
        raise LookupError("catalogs without words")
    page = menu_pages.foreign if answer.foreign and answer.kind is not Kind.DECLINED else PAGES[answer.kind]
    return Reply(answer.language, opening, (*alerts(view), *_note(view), *page(view)))


def alerts(view: View) -> Iterator[Alert]:
    """One alert for each danger, the gravest first; a contact stands only once."""
    shown: set[str] = set()
    for label in Label:
        if label in view.answer.urgent:
            ids = [each for each in alert_centers(label, view.answer.language) if each not in shown]
            shown.update(ids)
            title, words = _said(view, f"alert.{label}.title", " / "), _said(view, f"alert.{label}.text")
            yield Alert(label, title, words, tuple(view.contacts(ids, "alert")))


def _note(view: View) -> Iterator[Paragraph]:
    if view.answer.note:
        yield Paragraph(_said(view, f"note.{view.answer.note}"))


def _said(view: View, key: str, between: str = "\n") -> str:
    """Words in the page's language; in both where she writes neither."""
    if not view.answer.foreign:
        return view.voice.say(key)
    return between.join(view.voice.wording.voice(spoken, view.base).say(key) for spoken in LANGUAGES[::-1])
