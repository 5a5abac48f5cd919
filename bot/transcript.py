"""An answer as the object that `gyeot ask --json` prints."""

from __future__ import annotations

from typing import Any

from bot.answer import Answer
from bot.reply import Reply
from bot.terminal_channel import plain


def record(text: str, answer: Answer, reply: Reply) -> dict[str, Any]:
    """The object for one question, its keys in a fixed order."""
    return {
        "text": text,
        "language": "other" if answer.foreign else answer.language,
        "kind": answer.kind.value,
        "guide": answer.guide,
        "section": answer.section,
        "confidence": round(answer.confidence, 4),
        "candidates": [{"guide": hit.guide, "section": hit.section, "score": round(hit.score, 4)} for hit in answer.candidates],
        "offered": list(answer.offered),
        "urgent": [label.value for label in answer.urgent],
        "centers": list(answer.centers),
        "reply": plain(reply),
    }
