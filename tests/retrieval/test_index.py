"""An index is built once, opened whole, and never trusted blindly."""

import json
import shutil
from pathlib import Path

import pytest

from retrieval import index as indexing
from retrieval.encoder import EncoderMissing
from retrieval.index import Index, build, open_index
from retrieval.search import search
from tests.retrieval.conftest import SAMPLE, TinyEncoder

QUESTION = "돈 안 보내면 사진 퍼뜨린대요"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the sample knowledge base that a test may break."""
    copy = tmp_path / "knowledge"
    shutil.copytree(SAMPLE, copy)
    return copy


@pytest.fixture(autouse=True)
def tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    """The small encoder in place of the bundled one."""
    monkeypatch.setattr(indexing, "load_encoder", lambda model: TinyEncoder())


def stored(cache: Path) -> list[Path]:
    return [place for place in cache.iterdir() if (place / "manifest.json").exists()]


def test_the_second_opening_reads_what_the_first_one_wrote(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = open_index(folder, None, tmp_path / "cache")
    monkeypatch.setattr(indexing, "build", None)  # would fail if it were called

    second = open_index(folder, None, tmp_path / "cache")

    assert search(second, QUESTION) == search(first, QUESTION)
    assert second.base == first.base
    assert second.passages == first.passages


@pytest.mark.parametrize("name", ["base.json", "vectors.faiss", "ranking.json", "passages.json", "manifest.json"])
def test_a_damaged_index_is_built_again(folder: Path, tmp_path: Path, name: str) -> None:
    first = open_index(folder, None, tmp_path / "cache")
    (place,) = stored(tmp_path / "cache")
    content = (place / name).read_bytes()
    (place / name).write_bytes(content[: len(content) // 2])

    second = open_index(folder, None, tmp_path / "cache")

    assert search(second, QUESTION) == search(first, QUESTION)
    assert (place / name).read_bytes() == content


def test_a_missing_file_of_the_index_is_built_again(folder: Path, tmp_path: Path) -> None:
    open_index(folder, None, tmp_path / "cache")
    (place,) = stored(tmp_path / "cache")
    shutil.rmtree(place / "lexical")

    again = open_index(folder, None, tmp_path / "cache")

    assert search(again, QUESTION).hits


def test_a_changed_guide_is_found_at_once_without_training(folder: Path, tmp_path: Path) -> None:
    open_index(folder, None, tmp_path / "cache")
    guide = folder / "guides" / "report" / "police.yaml"
    text = guide.read_text("utf-8")
    guide.write_text(text.replace("asked:\n  ko:\n", "asked:\n  ko:\n    - 보랏빛 기린에게 물어보고 싶어요\n", 1), "utf-8")

    changed = open_index(folder, None, tmp_path / "cache")

    assert search(changed, "보랏빛 기린한테 물어봐도 되나요").hits[0].guide == "police"


def test_only_the_newest_indexes_are_kept(folder: Path, tmp_path: Path) -> None:
    guide = folder / "guides" / "report" / "police.yaml"
    for number in range(5):
        guide.write_text(guide.read_text("utf-8") + f"# {number}\n", "utf-8")
        open_index(folder, None, tmp_path / "cache")

    assert len(list((tmp_path / "cache").iterdir())) == 3


def test_a_cache_that_cannot_be_written_is_no_failure(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")

    index = open_index(folder, None, tmp_path / "cache")

    assert search(index, QUESTION).hits


def test_a_guide_with_a_problem_is_left_out_and_the_others_are_served(folder: Path, tmp_path: Path) -> None:
    guide = folder / "guides" / "protect" / "blackmail.yaml"
    guide.write_text(guide.read_text("utf-8").replace("summary:", "sumary:", 1), "utf-8")

    index = open_index(folder, None, tmp_path / "cache")

    assert index.base.guide("blackmail") is None
    assert index.base.guide("police") is not None
    assert any(problem.place.file.endswith("blackmail.yaml") for problem in index.problems)


def test_without_an_encoder_words_alone_answer_and_the_operator_is_told(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(model: str | None) -> None:
        raise EncoderMissing("GYEOT_MODEL=nowhere can't be loaded")

    monkeypatch.setattr(indexing, "load_encoder", missing)

    index = open_index(folder, "nowhere", tmp_path / "cache")

    assert index.note == "GYEOT_MODEL=nowhere can't be loaded"
    assert index.vectors is None
    assert search(index, "사진으로 협박받고 있어요").hits[0].guide == "blackmail"


def test_an_index_of_another_encoder_is_not_used(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_index(folder, None, tmp_path / "cache")
    other = TinyEncoder()
    other.identity = "tiny:2"
    monkeypatch.setattr(indexing, "load_encoder", lambda model: other)

    open_index(folder, None, tmp_path / "cache")

    assert len(stored(tmp_path / "cache")) == 2


def test_progress_is_told_to_its_end(folder: Path) -> None:
    told: list[tuple[int, int]] = []

    build(folder, TinyEncoder(), progress=lambda done, all_: told.append((done, all_)))

    assert told[-1][0] == told[-1][1] > 0


def test_the_manifest_names_every_file(folder: Path, tmp_path: Path) -> None:
    open_index(folder, None, tmp_path / "cache")
    (place,) = stored(tmp_path / "cache")

    named = json.loads((place / "manifest.json").read_text("utf-8"))["files"]

    there = {str(file.relative_to(place)) for file in place.rglob("*") if file.is_file()}
    assert set(named) | {"manifest.json"} == there


def test_building_twice_gives_the_same_ranking(folder: Path) -> None:
    one, other = build(folder, TinyEncoder()), build(folder, TinyEncoder())

    assert one.ranking == other.ranking
    assert isinstance(one, Index)
