"""From a center of the directory to the contact that is shown: numbers, hours, what to confirm."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from bot.reply import Contact, PhoneLine, Way
from bot.wording import Voice
from knowledge.hours import Hours
from knowledge.model import Center, CenterKind, Channel, ChannelKind, Confidence, Language, Phone, Text

Detail = Literal["line", "alert", "whole"]
"""How much of a center is shown: under an answer, within an alert, on a page of the directory."""

SILENT = (ChannelKind.SMS, ChannelKind.CHAT, ChannelKind.KAKAO)
"""Ways to reach somebody without speaking: an alert shows them."""


def contact(center: Center, voice: Voice, now: dt.datetime, detail: Detail = "whole") -> Contact:
    """How to reach a center, as it stands at this moment."""
    is_open = center.hours.open_at(now)
    phones = center.shown_phones()
    whole = detail == "whole" or not phones
    ways = center.channels if whole else _silent(center) if detail == "alert" else ()
    return Contact(
        center=center.id,
        name=_in(center.name, voice),
        what=voice.fill(_in(center.what, voice)),
        phones=tuple(_phone(phone, voice, detail) for phone in phones),
        ways=tuple(dict.fromkeys(_way(channel, voice, noted=whole) for channel in ways)),
        hours="" if center.kind is CenterKind.PLATFORM else opening(center, voice, is_open),
        open=is_open,
        notes=tuple(_notes(center, voice, is_open, whole=whole)),
        url=center.url if whole else None,
        address=_in(center.address, voice) if center.address and whole else None,
    )


def _silent(center: Center) -> tuple[Channel, ...]:
    """One way of each kind to reach a center without speaking."""
    first = {channel.kind: channel for channel in reversed(center.channels)}
    return tuple(first[kind] for kind in SILENT if kind in first)


def opening(center: Center, voice: Voice, is_open: bool | None) -> str:
    """When a center answers, in words, and whether that is now."""
    note = voice.fill(_in(center.hours_note, voice)) if center.hours_note else ""
    if center.hours.always:
        return " ".join(filter(None, (voice.say("hours.always"), note)))
    if not center.hours.known:
        return note or voice.say("hours.unknown")
    state = voice.say("hours.open-now" if is_open else "hours.closed-now")
    return voice.say("hours.line", state=state, week=week(center.hours, voice)) + (f" {note}" if note else "")


def week(hours: Hours, voice: Voice) -> str:
    """The hours of a week, equal days joined: `월–금 09:00–18:00`."""
    parts: list[str] = []
    for ranges, days in groupby(range(len(hours.week)), key=lambda day: hours.week[day]):
        if not ranges:
            continue
        first, *rest = days
        named = voice.weekday(first) + (f"–{voice.weekday(rest[-1])}" if rest else "")
        times = ", ".join(f"{voice.time(start)}–{voice.time(end)}" for start, end in ranges)
        parts.append(f"{named} {times}")
    return "; ".join(parts)


def _phone(phone: Phone, voice: Voice, detail: Detail) -> PhoneLine:
    abroad = phone.abroad if detail != "line" or voice.language != "ko" else None
    said = f"({voice.say('phone.abroad', number=abroad)})" if abroad else ""
    note = _in(phone.note, voice) if phone.note and detail == "whole" else ""
    return PhoneLine(phone.number, " ".join(filter(None, (phone.number, said, note))))


def _way(channel: Channel, voice: Voice, *, noted: bool) -> Way:
    note = f" ({_in(channel.note, voice).rstrip('.')})" if channel.note and noted else ""
    return Way(channel.kind, channel.value, f"{voice.say(f'channel.{channel.kind}')}: {channel.value}{note}")


def _notes(center: Center, voice: Voice, is_open: bool | None, *, whole: bool) -> Iterator[str]:
    if is_open is False and center.when_closed:
        yield voice.say("contact.when-closed", center=voice.called(center.when_closed))
    if any(phone.confidence is Confidence.MEDIUM for phone in center.shown_phones()):
        yield voice.say("contact.unsure")
    if center.confirm and whole:
        yield voice.fill(_in(center.confirm, voice))


def _in(text: Text, voice: Voice) -> str:
    language: Language = "ko" if voice.language == "ko" else "en"
    return text.in_(language)
