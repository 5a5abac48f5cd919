"""The lexical side of search: BM25 over Korean-aware terms, with the moderators' synonyms."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

import bm25s
import numpy as np

from knowledge.model import SynonymGroup
from retrieval.text import normalise, terms


class Synonyms:
    """Words for the same thing: each group becomes one more term of every text that holds one of its words."""

    def __init__(self, groups: Sequence[SynonymGroup]) -> None:
        self._group_of: dict[str, str] = {}
        for number, group in enumerate(groups):
            for word in group.words:
                self._group_of.setdefault(normalise(word), f"={number}")
        self._lengths: dict[str, list[int]] = {}
        for length, first in sorted({(len(word), word[:1]) for word in self._group_of}, reverse=True):
            self._lengths.setdefault(first, []).append(length)

    def terms_in(self, text: str) -> list[str]:
        """One term for each group that a normalised text speaks of, in order of appearance."""
        found: dict[str, None] = {}
        at = 0
        while at < len(text):
            word = self._word_at(text, at)
            if word:
                found[self._group_of[word]] = None
            at += len(word) or 1
        return list(found)

    def _word_at(self, text: str, at: int) -> str:
        """The longest known word that starts at a place: 텔레그램방 is not taken for 텔레그램 and a room."""
        for length in self._lengths.get(text[at], ()):
            word = text[at : at + length]
            if word in self._group_of and _stands_alone(text, at, word):
                return word
        return ""


def _stands_alone(text: str, at: int, word: str) -> bool:
    """Latin words have no letter beside them; short Korean words start a word; longer ones may stand anywhere."""
    before = text[at - 1] if at else " "
    after = text[at + len(word)] if at + len(word) < len(text) else " "
    if word.isascii():
        return not (before.isascii() and before.isalnum()) and not (after.isascii() and after.isalnum())
    return len(word) > 2 or not "가" <= before <= "힣"


class LexicalIndex:
    """One BM25 score a document; documents are numbered as they were given."""

    def __init__(self, ranker: Any, synonyms: Synonyms) -> None:
        self._ranker = ranker
        self._synonyms = synonyms

    @classmethod
    def of(cls, documents: Sequence[str], groups: Sequence[SynonymGroup]) -> Self:
        """An index of documents."""
        synonyms = Synonyms(groups)
        ranker = bm25s.BM25(method="lucene", k1=1.2, b=0.6)
        ranker.index([_terms(document, synonyms) for document in documents], show_progress=False)
        return cls(ranker, synonyms)

    def save(self, folder: Path) -> None:
        """Writes the index into a folder."""
        self._ranker.save(str(folder), show_progress=False)

    @classmethod
    def open(cls, folder: Path, groups: Sequence[SynonymGroup]) -> Self:
        """Reads what `save` wrote, by memory map."""
        return cls(bm25s.BM25.load(str(folder), mmap=True, show_progress=False), Synonyms(groups))

    def scores(self, text: str) -> np.ndarray:
        """A score for each document: float32, 0 where no term is shared, without an upper bound."""
        known = [term for term in _terms(text, self._synonyms) if term in self._ranker.vocab_dict]
        if not known:
            return np.zeros(self._ranker.scores["num_docs"], dtype=np.float32)
        found: np.ndarray = self._ranker.get_scores(known)
        return found


def _terms(text: str, synonyms: Synonyms) -> list[str]:
    words = normalise(text)
    return [*terms(words), *synonyms.terms_in(words)]
