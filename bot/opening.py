"""From settings to a conversation that is ready to answer."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from bot.conversation import Conversation
from bot.urgency import Label, Urgency
from bot.wording import Wording
from knowledge.model import KnowledgeBase

if TYPE_CHECKING:
    from bot.settings import Settings
    from retrieval.index import Index, Progress
    from retrieval.search import Hits

_log = logging.getLogger(__name__)


def open_conversation(settings: Settings, wording: Wording, progress: Progress | None = None) -> Conversation:
    """The conversation over the chosen knowledge base; a calm one over none where that can't be opened."""
    try:
        return over(opened_index(settings, progress), settings, wording)
    except Exception as failure:
        # Not its message: a library may put a path or a secret there.
        _log.error("the knowledge base can't be opened (%s): every answer is 112 and 1366", type(failure).__name__)
        return without_knowledge(wording)


def opened_index(settings: Settings, progress: Progress | None = None) -> Index:
    """The index of the chosen knowledge base, built where there is none."""
    from retrieval.index import open_index

    return open_index(settings.knowledge, settings.model, settings.cache, progress)


def over(index: Index, settings: Settings, wording: Wording) -> Conversation:
    """The conversation over an index."""
    from retrieval.search import search

    urgency = Urgency.load(settings.knowledge, index.encoder)
    return Conversation(index.base, partial(search, index), urgency, wording)


def without_knowledge(wording: Wording) -> Conversation:
    """A conversation that has nothing but the interface's words: calm, with 112 and 1366."""
    return Conversation(KnowledgeBase(categories=(), guides=(), centers=()), _nothing_to_search, _NoAlarm(), wording)


class _NoAlarm:
    def labels(self, _text: str) -> tuple[Label, ...]:
        """None: what would find them could not be read."""
        return ()


def _nothing_to_search(_question: str) -> Hits:
    raise LookupError("no index")
