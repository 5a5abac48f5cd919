"""`python -m retrieval.train CORPUS`: every stage in order; finished stages are kept in the work folder and not done again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import numpy as np
import torch
import typer
from rich.console import Console
from tokenizers import Tokenizer

from knowledge.load import KNOWLEDGE, load
from knowledge.model import KnowledgeBase
from retrieval.encoder import BUNDLED
from retrieval.hashed_embedding import HashedEmbedding
from retrieval.passages import PassageKind, passages_of
from retrieval.questions import CLASSES
from retrieval.text import normalise
from retrieval.train import corpus, export, noise, pieces, teacher
from retrieval.train.bags import Bags
from retrieval.train.general import General, train_general
from retrieval.train.questions_stage import Labelled, train_questions

BUCKETS = 16_384
GENERAL_STEPS = 500
SEED = 20261125
_LIGHT_SOURCES = {"stylekqc": 0.3, "parakqc": 0.4}
"""Command-like paraphrases are drawn less often; all others twice as often as usual."""

_console = Console()


def main(
    folder: Annotated[Path, typer.Argument(help="The general corpus: parallel, paraphrase and glossary files.")],
    out: Annotated[Path, typer.Option(help="Where the model goes.")] = BUNDLED,
    work: Annotated[Path, typer.Option(help="Where finished stages are kept.")] = Path("runs/encoder"),
    steps: Annotated[int, typer.Option(help="Steps of the general stage.")] = GENERAL_STEPS,
    buckets: Annotated[int, typer.Option(help="Buckets of hashed n-grams.")] = BUCKETS,
) -> None:
    """Train the bundled encoder."""
    work.mkdir(parents=True, exist_ok=True)
    base = load(KNOWLEDGE).base
    module = _general(folder, work, base, steps, buckets)
    data, names = labelled(base)
    _console.print(f"{len(data.texts)} questions and phrasings, {len(names)} targets")
    rows = train_questions(module, data, len(names), SEED)
    export.write(module, rows, names, out, trained_on=len(data.texts))
    _console.print(f"written to {out}")


def _general(folder: Path, work: Path, base: KnowledgeBase, steps: int, buckets: int) -> HashedEmbedding:
    """The module after the first stage, from the work folder if that was done before."""
    kept = work / f"general-{buckets}-{steps}.pt"
    tokenizer = _tokenizer(folder, work)
    torch.manual_seed(SEED)
    width = teacher.WIDTH
    module = HashedEmbedding(tokenizer, torch.randn(tokenizer.get_vocab_size(), width) * 0.1, torch.randn(buckets, width) * 0.1)
    if kept.exists():
        module.load_state_dict(torch.load(kept, weights_only=True))
        return module
    train_general(module, _general_data(folder, work, base, tokenizer, buckets), steps, SEED)
    torch.save(module.state_dict(), kept)
    return module


def _tokenizer(folder: Path, work: Path) -> Tokenizer:
    kept = work / "tokenizer.json"
    if not kept.exists():
        pairs, same = corpus.translations(folder), corpus.paraphrases(folder)
        korean = [pair.one for pair in pairs] + [text for pair in same for text in (pair.one, pair.other)]
        split = pieces.split_morphemes(korean, work / "morphemes.jsonl")
        words = [word for entry in corpus.glossary(folder) for side in entry for word in side]
        asked = [question.text for question in corpus.own_questions()]
        pieces.build(split, [pair.other for pair in pairs], asked, words).save(str(kept))
    return Tokenizer.from_file(str(kept))


def _general_data(folder: Path, work: Path, base: KnowledgeBase, tokenizer: Tokenizer, buckets: int) -> General:
    import random

    chance = random.Random(SEED)  # noqa: S311
    pairs, same = corpus.translations(folder), corpus.paraphrases(folder)
    korean, english = [pair.one for pair in pairs], [pair.other for pair in pairs]
    noisy = [noise.typed_badly(text, chance) if chance.random() < 0.6 else noise.without_spaces(text, chance) for text in korean]
    domain = corpus.domain_pairs(folder, base, chance)

    def bags(texts: list[str]) -> Bags:
        return Bags.of(texts, tokenizer, buckets)

    return General(
        korean=bags(korean),
        english=bags(english),
        noisy_korean=bags(noisy),
        taught=teacher.teach(english, work / "teacher.npy"),
        weights=np.full(len(pairs), 1 / len(pairs)),
        paraphrases=(bags([pair.one for pair in same]), bags([pair.other for pair in same])),
        paraphrase_weights=_shares([_LIGHT_SOURCES.get(pair.source, 2.0) for pair in same]),
        domain=(bags([pair.one for pair in domain]), bags([pair.other for pair in domain])),
    )


def _shares(weights: list[float]) -> np.ndarray:
    return np.array(weights) / sum(weights)


def labelled(base: KnowledgeBase) -> tuple[Labelled, tuple[str, ...]]:
    """Every training text with its target's number, and the names of the targets: guides in order, then the classes."""
    names = (*(guide.id for guide in base.guides), *CLASSES)
    numbers = {name: number for number, name in enumerate(names)}
    found = [(question.text, question.target) for question in corpus.own_questions() if question.target in numbers]
    found += [
        (passage.text, passage.guide) for passage in passages_of(base) if passage.kind in (PassageKind.ASKED, PassageKind.TITLE)
    ]
    texts, targets = zip(*found, strict=True)
    return Labelled(tuple(map(normalise, texts)), np.array([numbers[target] for target in targets])), names


if __name__ == "__main__":
    typer.run(main)
