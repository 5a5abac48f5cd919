"""Question sets: what people ask, and the guide that answers it best."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

OUTSIDE = "outside"
"""Target of a question that no guide answers."""
DECLINED = "declined"
"""Target of a request to make, find or hide deepfakes."""
CLASSES = (OUTSIDE, DECLINED)

DEVELOPMENT = Path(__file__).parent / "development.jsonl"
"""Questions that ranking and its thresholds are fitted on; never used for training or testing."""


class Question(BaseModel):
    """One line of a question set: a question and its target."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    lang: str
    guide: str | None = None
    label: str | None = None
    """`outside` or `declined` where there is no guide."""
    also: tuple[str, ...] = ()
    """Other guides that are defensible answers."""
    manner: str = "chat"
    """`chat`, `board` or `variant`."""
    variant: str | None = None
    typed: str | None = None
    """The Korean that a line on the English layout was meant to be."""

    @property
    def target(self) -> str:
        """The guide, or the class of a question without one."""
        return self.guide or self.label or OUTSIDE


class QuestionSetProblem(Exception):
    """A question set can't be read: the sentence says which line and why."""


def read(files: Iterable[Path]) -> list[Question]:
    """The questions of JSON-lines files, in order. Raises QuestionSetProblem."""
    return [question for file in files for question in _read(file)]


def _read(file: Path) -> list[Question]:
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise QuestionSetProblem(f"{file}: can't be read ({type(fault).__name__}): give a JSON-lines file in UTF-8") from fault
    return [_question(file, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _question(file: Path, number: int, line: str) -> Question:
    try:
        return Question.model_validate_json(line)
    except ValidationError as fault:
        why = fault.errors()[0]
        where = ".".join(map(str, why["loc"])) or "the line"
        raise QuestionSetProblem(
            f'{file}:{number}: {where}: {why["msg"]}: write {{"guide": "...", "lang": "ko", "text": "..."}}'
        ) from None
