"""Questions from the command line: one, or one a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TextIO

from bot.actions import Ask
from bot.conversation import Conversation
from bot.terminal_channel import plain
from bot.transcript import record
from knowledge.model import LANGUAGES, Language

EXAMPLE = '{"text": "...", "lang": "ko"}'


def answer(conversation: Conversation, text: str, language: Language | None, *, as_json: bool) -> str:
    """One answer as text, or as a JSON object."""
    found, reply = conversation.respond(Ask(text), language)
    return _object(record(text, found, reply)) if as_json else plain(reply)


def answer_lines(conversation: Conversation, lines: Iterable[str], out: TextIO, language: Language | None) -> None:
    """An object for each line, in the same order, each written out before the next line is read."""
    for number, line in enumerate(lines, 1):
        out.write(_object(_answered(conversation, line, number, language)) + "\n")
        out.flush()


def _answered(conversation: Conversation, line: str, number: int, language: Language | None) -> dict[str, Any]:
    asked = _read(line)
    if asked is None:
        found, reply = conversation.unreadable(language or "ko")
        error = conversation.wording.voice(language or "ko").say("cli.bad-line", line=number, example=EXAMPLE)
        return {**record("", found, reply), "error": error}
    text, chosen = asked
    return record(text, *conversation.respond(Ask(text), chosen or language))


def _read(line: str) -> tuple[str, Language | None] | None:
    """The text and language of a line; None where it is none."""
    try:
        written = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(written, dict) or not isinstance(written.get("text"), str):
        return None
    chosen = written.get("lang")
    language = next((each for each in LANGUAGES if each == chosen), None)
    return (written["text"], language) if chosen is None or language else None


def _object(fields: dict[str, Any]) -> str:
    # Half of a surrogate pair can be read from JSON and not be written as UTF-8.
    return json.dumps(fields, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")
