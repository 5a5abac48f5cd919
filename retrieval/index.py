"""The index: the knowledge base, its passages, both rankings and their calibration, built once and swapped whole."""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np
from pydantic import TypeAdapter, ValidationError

import knowledge
from knowledge.load import Loaded, fingerprint, load
from knowledge.model import LANGUAGES, KnowledgeBase
from knowledge.problems import Problem
from retrieval import questions
from retrieval.encoder import Encoder, EncoderMissing, load_encoder
from retrieval.evidence import Evidence, EvidenceGatherer
from retrieval.lexical import LexicalIndex
from retrieval.passages import Passage, PassageKind, passages_of
from retrieval.questions import CLASSES
from retrieval.ranking import Ranking
from retrieval.vectors import VectorIndex

Progress = Callable[[int, int], None]
"""Called with what is done and what there is to do."""

_log = logging.getLogger(__name__)
_ENCODED_AT_ONCE = 256
_PASSAGES: TypeAdapter[tuple[Passage, ...]] = TypeAdapter(tuple[Passage, ...])
_PROBLEMS: TypeAdapter[tuple[Problem, ...]] = TypeAdapter(tuple[Problem, ...])


@dataclass(frozen=True)
class Index:
    """Everything that a question is answered from; made whole, never changed."""

    base: KnowledgeBase
    problems: tuple[Problem, ...]
    """What was wrong in the knowledge base when it was read; entries with an error are left out of `base`."""
    passages: tuple[Passage, ...]
    targets: tuple[str, ...]
    """Guide ids, then the classes that are no guide."""
    vectors: VectorIndex | None
    lexical: LexicalIndex
    learned: np.ndarray | None
    """A learned row for each target; see `_learned`."""
    encoder: Encoder | None
    ranking: Ranking
    note: str | None = None
    """A sentence for the operator where the encoder could not be loaded and words alone answer."""

    @cached_property
    def gatherer(self) -> EvidenceGatherer:
        """What gathers the evidence for a question."""
        return EvidenceGatherer(self.passages, self.targets, self.vectors, self.lexical, self.encoder, self.learned)

    def evidence(self, question: str) -> Evidence:
        """What speaks for each target."""
        return self.gatherer.gather(question)

    def places_of(self, guide: str) -> np.ndarray:
        """The numbers of a guide's passages."""
        return self.gatherer.places_of(guide)

    def rows_by_text(self, encoder: Encoder) -> dict[str, np.ndarray]:
        """The row of each passage's text, as far as they were made by this encoder."""
        if self.vectors is None or self.encoder is None or self.encoder.identity != encoder.identity:
            return {}
        return dict(zip((passage.text for passage in self.passages), self.vectors.rows(), strict=True))


class IndexDamaged(Exception):
    """The stored index is missing, stale or not what was written; it has to be built again."""


def open_index(folder: Path, model: str | None, cache_folder: Path, progress: Progress | None = None) -> Index:
    """The index of a knowledge base: from the cache where it is whole and fresh, else built and kept there."""
    encoder, note = _encoder(model)
    place = cache_folder / _key(folder, encoder)
    try:
        return _read(place, encoder, note)
    except IndexDamaged as fault:
        _log.info("index: %s; building it", fault)
    index = build(folder, encoder, note, progress)
    _keep(index, place)
    return index


def build(folder: Path, encoder: Encoder | None, note: str | None = None, progress: Progress | None = None) -> Index:
    """An index made in memory from a knowledge base."""
    return built(load(folder), encoder, note, progress)


def built(
    loaded: Loaded,
    encoder: Encoder | None,
    note: str | None = None,
    progress: Progress | None = None,
    before: Index | None = None,
) -> Index:
    """An index made in memory from what was loaded; texts that `before` holds are not encoded again."""
    base = loaded.base
    passages = (*passages_of(base), *_class_passages(base))
    targets = (*(guide.id for guide in base.guides), *CLASSES)
    texts = [passage.text for passage in passages]
    rows = _encode(texts, encoder, progress, before.rows_by_text(encoder) if before and encoder else {})
    vectors = VectorIndex.of(rows) if rows is not None else None
    lexical = LexicalIndex.of(texts, base.synonyms)
    learned = _learned(encoder, targets, passages, rows)
    ranking = _fit(EvidenceGatherer(passages, targets, vectors, lexical, encoder, learned))
    return Index(base, loaded.problems, passages, targets, vectors, lexical, learned, encoder, ranking, note)


def _encoder(model: str | None) -> tuple[Encoder | None, str | None]:
    try:
        return load_encoder(model), None
    except EncoderMissing as fault:
        _log.warning("%s; answering by words alone", fault)
        return None, str(fault)


def _class_passages(base: KnowledgeBase) -> Iterator[Passage]:
    for target, phrasings in ((questions.OUTSIDE, base.outside), (questions.DECLINED, base.declined)):
        for language in LANGUAGES:
            for text in phrasings.in_(language):
                yield Passage(target, None, PassageKind.ASKED, language, text)


def _encode(
    texts: Sequence[str], encoder: Encoder | None, progress: Progress | None, known: Mapping[str, np.ndarray]
) -> np.ndarray | None:
    """A row for each text: known ones as they are, the others from the encoder."""
    if encoder is None:
        return None
    rows = dict(known)
    new = [text for text in dict.fromkeys(texts) if text not in rows]
    for start in range(0, len(new), _ENCODED_AT_ONCE):
        some = new[start : start + _ENCODED_AT_ONCE]
        rows.update(zip(some, encoder.rows(some), strict=True))
        if progress:
            progress(start + len(some), len(new))
    return np.stack([rows[text] for text in texts]) if texts else None


def _learned(
    encoder: Encoder | None, targets: Sequence[str], passages: Sequence[Passage], rows: np.ndarray | None
) -> np.ndarray | None:
    """The encoder's learned row for each target; a guide it never saw gets one from its own phrasings, at once."""
    known = encoder.targets() if encoder is not None else None
    if known is None or rows is None:
        return None
    learned = dict(zip(known.names, known.rows, strict=True))
    length = float(np.median(np.linalg.norm(known.rows, axis=1)))
    return np.stack([learned[name] if name in learned else _row_of(name, passages, rows, length) for name in targets])


def _row_of(target: str, passages: Sequence[Passage], rows: np.ndarray, length: float) -> np.ndarray:
    own = [at for at, passage in enumerate(passages) if passage.guide == target and passage.kind is PassageKind.ASKED]
    mean: np.ndarray = rows[own].mean(axis=0) if own else np.zeros(rows.shape[1], dtype=np.float32)
    return mean * (length / max(1e-6, float(np.linalg.norm(mean))))


def _fit(gatherer: EvidenceGatherer) -> Ranking:
    """The ranking that suits the development questions best, of those whose guide is there."""
    asked = [question for question in questions.read([questions.DEVELOPMENT]) if question.target in gatherer.targets]
    evidence = [gatherer.gather(question.text).features for question in asked]
    return Ranking.fit(evidence, [gatherer.targets.index(question.target) for question in asked], gatherer.targets)


# The stored form: one folder an index, named by everything it was made from, with a manifest of hashes.


@cache
def _code_version() -> str:
    """Hash of the code that an index depends on."""
    digest = hashlib.sha256()
    for package in (Path(__file__).parent, Path(knowledge.__file__).parent):
        for file in sorted(package.glob("*.py")):
            digest.update(file.name.encode() + file.read_bytes())
    digest.update(questions.DEVELOPMENT.read_bytes())
    return digest.hexdigest()


def _key(folder: Path, encoder: Encoder | None) -> str:
    identity = encoder.identity if encoder is not None else "words"
    return hashlib.sha256(f"{fingerprint(folder)} {_code_version()} {identity}".encode()).hexdigest()[:32]


def _keep(index: Index, place: Path) -> None:
    """Writes the index beside its place and moves it there whole; a cache that can't be written is no failure."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix="draft-", dir=place.parent))
        _write(index, draft)
        shutil.rmtree(place, ignore_errors=True)
        draft.replace(place)
        _forget_others(place)
    except OSError as fault:
        _log.warning("index: can't be kept in %s (%s); it will be built again next time", place.parent, type(fault).__name__)


_KEPT = 3
"""Indexes kept in the cache; older ones are removed."""


def _forget_others(place: Path) -> None:
    others = sorted((other for other in place.parent.iterdir() if other.is_dir()), key=lambda other: other.stat().st_mtime)
    for other in others[:-_KEPT]:
        shutil.rmtree(other, ignore_errors=True)


def _write(index: Index, folder: Path) -> None:
    (folder / "base.json").write_bytes(index.base.model_dump_json().encode())
    (folder / "passages.json").write_bytes(_PASSAGES.dump_json(index.passages))
    (folder / "problems.json").write_bytes(_PROBLEMS.dump_json(index.problems))
    (folder / "ranking.json").write_text(index.ranking.model_dump_json(), "utf-8")
    index.lexical.save(folder / "lexical")
    if index.vectors is not None:
        index.vectors.save(folder / "vectors.faiss")
    if index.learned is not None:
        np.save(folder / "learned.npy", index.learned)
    manifest = {"targets": index.targets, "files": {name: _hash(folder / name) for name in _files(folder)}}
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")


def _read(place: Path, encoder: Encoder | None, note: str | None) -> Index:
    """The index of a folder whose files are all there and as they were written. Raises IndexDamaged."""
    try:
        manifest = json.loads((place / "manifest.json").read_text("utf-8"))
        _verify(place, manifest["files"])
        base = KnowledgeBase.model_validate_json((place / "base.json").read_bytes())
        learned = place / "learned.npy"
        vectors = place / "vectors.faiss"
        return Index(
            base=base,
            problems=_PROBLEMS.validate_json((place / "problems.json").read_bytes()),
            passages=_PASSAGES.validate_json((place / "passages.json").read_bytes()),
            targets=tuple(manifest["targets"]),
            vectors=VectorIndex.open(vectors) if vectors.exists() else None,
            lexical=LexicalIndex.open(place / "lexical", base.synonyms),
            learned=np.load(learned) if learned.exists() else None,
            encoder=encoder,
            ranking=Ranking.model_validate_json((place / "ranking.json").read_bytes()),
            note=note,
        )
    except (OSError, ValueError, KeyError, TypeError, ValidationError, RuntimeError) as fault:
        raise IndexDamaged(f"{place.name[:8]} is not there, or damaged ({type(fault).__name__})") from fault


def _verify(place: Path, hashes: dict[str, str]) -> None:
    for name, wanted in hashes.items():
        if _hash(place / name) != wanted:
            raise IndexDamaged(f"{place.name[:8]}/{name} is not what was written")


def _files(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
