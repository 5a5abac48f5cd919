import datetime as dt
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from knowledge.load import Loaded, load
from knowledge.model import Language

SAMPLE = Path(__file__).parent.parent / "sample"
TODAY = dt.date(2026, 11, 25)


@dataclass(frozen=True)
class Shelf:
    """A copy of the sample that a test may spoil."""

    folder: Path

    def write(self, name: str, text: str | bytes) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)

    def change(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text("utf-8")
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def load(self, today: dt.date = TODAY) -> Loaded:
        return load(self.folder, today)

    def problems(self, language: Language = "en", today: dt.date = TODAY) -> list[str]:
        """Every problem as `file:line: what. mend`, files as seen from the shelf."""
        return [
            f"{problem.place}: {problem.said(language)}".replace(f"{self.folder.as_posix()}/", "")
            for problem in self.load(today).problems
        ]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    shutil.copytree(SAMPLE, tmp_path / "sample")
    return Shelf(tmp_path / "sample")


@pytest.fixture(scope="session")
def sample() -> Loaded:
    return load(SAMPLE, TODAY)


@pytest.fixture
def problems_of(shelf: Shelf) -> Callable[[str, str, str], list[str]]:
    """The problems after one change of the sample."""

    def changed(name: str, old: str, new: str) -> list[str]:
        shelf.change(name, old, new)
        return shelf.problems()

    return changed
