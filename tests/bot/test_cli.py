"""The command line: sentences, never tracebacks."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[1] / "sample"
ROOT = Path(__file__).parents[2]


class Gyeot:
    """The command, run in a folder of its own over the sample knowledge base."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "TMPDIR": str(folder),
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "LANG": "ko_KR.UTF-8",
            "GYEOT_KNOWLEDGE": str(SAMPLE),
            "GYEOT_CACHE": str(folder / "cache"),
        }

    def __call__(self, *arguments: str, typed: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", "from bot.cli import main; main()", *arguments],
            check=False,
            input=typed,
            capture_output=True,
            text=True,
            timeout=60,
            cwd=self.folder,
            env={**self.environment, **environment},
        )


@pytest.fixture(scope="module")
def gyeot(tmp_path_factory: pytest.TempPathFactory) -> Gyeot:
    return Gyeot(tmp_path_factory.mktemp("gyeot"))


def test_one_question_is_answered_as_one_json_object_and_nothing_of_it_is_kept(gyeot: Gyeot) -> None:
    ran = gyeot("ask", "돈 안 보내면 퍼뜨린대 카나리아xq73", "--json")

    found = json.loads(ran.stdout)
    assert ran.returncode == 0
    assert found["text"] == "돈 안 보내면 퍼뜨린대 카나리아xq73"
    assert found["reply"].startswith("여기 있어요. 천천히 읽어도 괜찮아요.\n\n")
    kept = [file for file in gyeot.folder.rglob("*") if file.is_file() and b"xq73" in file.read_bytes()]
    assert kept == []
    assert "xq73" not in ran.stderr
    assert "Traceback" not in ran.stderr


def test_the_same_question_gives_the_same_bytes_twice(gyeot: Gyeot) -> None:
    assert gyeot("ask", "someone threatens me", "--json").stdout == gyeot("ask", "someone threatens me", "--json").stdout


def test_lines_are_answered_in_order_and_a_bad_one_has_an_error(gyeot: Gyeot) -> None:
    ran = gyeot("ask", "--jsonl", typed='{"text": "협박"}\nnonsense\n{"text": "help me please", "lang": "ko"}\n')

    found = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [each["text"] for each in found] == ["협박", "", "help me please"]
    assert [each["language"] for each in found] == ["ko", "ko", "ko"]
    assert ["error" in each for each in found] == [False, True, False]


def test_the_chat_ends_calmly_when_nothing_more_is_typed(gyeot: Gyeot) -> None:
    ran = gyeot("chat", typed="협박당했어\n1\n")

    assert ran.returncode == 0
    assert ran.stdout.endswith("언제든 다시 와도 괜찮아요.\n")
    assert "\x1b[" not in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["ask"], 'There is nothing to ask. Write gyeot ask "...", or send lines with --jsonl.'),
        (["ask", "hi", "--lang", "fr"], "fr is not a language here. Choose one of ko, en."),
        (["check", "nowhere"], "There is no folder nowhere. Check GYEOT_KNOWLEDGE or the path."),
        (["check", "--format", "xml"], "There is no format xml. Choose one of text, github, json."),
        (["measure", "nothing.jsonl"], "The file nothing.jsonl can't be opened. Check the path."),
        (["centers", "--region", "mars"], "There is no region mars. Choose one of national, seoul, busan"),
    ],
)
def test_a_wrong_word_ends_with_a_sentence_in_both_languages(gyeot: Gyeot, arguments: list[str], sentence: str) -> None:
    ran = gyeot(*arguments)

    assert ran.returncode == 2
    assert sentence in ran.stderr
    assert " / " in ran.stderr
    assert ran.stdout == ""


def test_a_wrong_setting_ends_with_a_sentence(gyeot: Gyeot) -> None:
    ran = gyeot("ask", "hi", GYEOT_TELEGRAM_TOKEN="canary")

    assert ran.returncode == 2
    assert ran.stderr.startswith("GYEOT_TELEGRAM_TOKEN의 값을 쓸 수 없어요.")
    assert "canary" not in ran.stderr


def test_a_knowledge_base_that_cannot_be_opened_still_gives_112_and_1366(gyeot: Gyeot, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("no folder")
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "broken.yaml").write_bytes(b"\xff\xfe")

    ran = gyeot("ask", "도와줘", GYEOT_KNOWLEDGE=str(tmp_path))

    assert ran.returncode == 0
    assert "112" in ran.stdout
    assert "1366" in ran.stdout
    assert "Traceback" not in ran.stderr


def test_check_is_clean_over_the_sample_and_fails_over_a_broken_guide(gyeot: Gyeot, tmp_path: Path) -> None:
    (tmp_path / "guides" / "protect").mkdir(parents=True)
    (tmp_path / "guides" / "protect" / "x.yaml").write_text("title: {ko: 제목}\n", "utf-8")

    clean, broken = gyeot("check", str(SAMPLE)), gyeot("check", str(tmp_path), "--format", "json")

    assert (clean.returncode, clean.stdout) == (0, "고칠 것이 없어요.\n")
    assert broken.returncode == 1
    assert any(problem["file"].endswith("guides/protect/x.yaml") for problem in json.loads(broken.stdout))


def test_the_directory_lists_every_number_with_its_sources(gyeot: Gyeot) -> None:
    ran = gyeot("centers", "--all")

    assert "1366" in ran.stdout
    assert "women-1366" in ran.stdout
    assert "출처" in ran.stdout


def test_coverage_is_a_markdown_table(gyeot: Gyeot) -> None:
    assert gyeot("coverage", "--lang", "en").stdout.startswith("| ")
