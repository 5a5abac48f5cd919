"""Word pieces: a Unigram tokenizer built on Korean that a morphological analyser has split, so that none is needed later."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

PIECES = 32_000
_DOMAIN_WEIGHT = 60
_QUESTION_WEIGHT = 3
_WORD_SCORE = -9.5
"""Log-probability given to domain words that the trainer still splits."""

_RUNS = Regex("[가-힣]+|[ㄱ-ㅣ]+|[a-z]+|[0-9]+")


def split_morphemes(texts: list[str], file: Path) -> list[str]:
    """Each text with a space between Korean morphemes; kept in a file, one JSON string a line."""
    if file.exists():
        lines = file.read_text("utf-8").splitlines()
        if len(lines) == len(texts):
            return [json.loads(line) for line in lines]
    from kiwipiepy import Kiwi
    from rich.progress import track

    analysed = Kiwi(num_workers=2).tokenize(texts)
    split = [_spaced(text, tokens) for text, tokens in track(zip(texts, analysed, strict=True), "morphemes", total=len(texts))]
    file.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in split), "utf-8")
    return split


def _spaced(text: str, tokens: Iterable[object]) -> str:
    cuts = sorted({token.start for token in tokens} | {0, len(text)})  # type: ignore[attr-defined]
    return " ".join(text[start:end].strip() for start, end in itertools.pairwise(cuts))


def build(korean: list[str], english: list[str], questions: list[str], domain: list[str]) -> Tokenizer:
    """A tokenizer of `PIECES` pieces that knows the domain's words whole."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Lowercase()])
    # Isolated runs, no word-start marker: a missing space changes little.
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Split(_RUNS, behavior="isolated")]
    )
    trainer = trainers.UnigramTrainer(
        vocab_size=PIECES, special_tokens=["[PAD]", "[UNK]"], unk_token="[UNK]", show_progress=False, max_piece_length=12
    )
    tokenizer.train_from_iterator(_texts(korean, english, questions, domain), trainer)
    return _with_words(tokenizer, domain)


def _texts(korean: list[str], english: list[str], questions: list[str], domain: list[str]) -> Iterator[str]:
    yield from korean
    yield from english
    for _ in range(_QUESTION_WEIGHT):
        yield from questions
    for _ in range(_DOMAIN_WEIGHT):
        yield from domain


def _with_words(tokenizer: Tokenizer, words: list[str]) -> Tokenizer:
    """The tokenizer with every single domain word that it would split added as one piece."""
    state = json.loads(tokenizer.to_str())
    known = {piece for piece, _ in state["model"]["vocab"]}
    single = dict.fromkeys(word for word in words if " " not in word and word not in known)
    split = [word for word in single if len(tokenizer.encode(word).ids) > 1]
    state["model"]["vocab"] += [[word, _WORD_SCORE] for word in split]
    return Tokenizer.from_str(json.dumps(state, ensure_ascii=False))
