"""The catalogs: complete, alike, and calm when broken."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import bot
from bot.actions import PLAIN
from bot.answer import Kind, Note
from bot.center_pages import AUDIENCES
from bot.urgency import Label
from bot.wording import Wording, unknown_centers
from knowledge.model import Audience, ChannelKind, KnowledgeBase, Region
from knowledge.numbers import NumberState
from knowledge.problems import in_order

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.fixture
def catalogs(tmp_path: Path) -> Callable[..., Wording]:
    def written(**languages: str) -> Wording:
        for language, entries in languages.items():
            file = tmp_path / language / "LC_MESSAGES" / "gyeot.po"
            file.parent.mkdir(parents=True)
            file.write_text(HEAD + entries, "utf-8")
        return Wording.load(tmp_path)

    return written


def said(wording: Wording, folder: Path) -> list[str]:
    return [
        f"{Path(each.place.file).relative_to(folder)}:{each.place.line}: {each.said('en')}" for each in in_order(wording.problems)
    ]


def entry(key: str, words: str) -> str:
    return f'msgid "{key}"\nmsgstr "{words}"\n'


def test_our_own_catalogs_have_no_problem(wording: Wording) -> None:
    assert wording.problems == ()


def test_our_own_catalogs_name_only_centers_of_the_directory(wording: Wording, base: KnowledgeBase) -> None:
    assert list(unknown_centers(wording, base)) == []


def test_no_number_stands_in_the_catalogs(wording: Wording) -> None:
    words = "\n".join(entry.words for catalog in wording.catalogs.values() for entry in catalog.values())

    bare = re.sub(r"\{[a-z0-9-]+\}", "", words)

    assert re.findall(r"\d{3,}", bare) == []
    assert "!" not in bare


def test_the_code_and_the_catalogs_have_the_same_keys(wording: Wording) -> None:
    code = "\n".join(file.read_text("utf-8") for file in Path(bot.__file__).parent.glob("*.py"))
    made = {
        *(f"alert.{label}.{part}" for label in Label for part in ("title", "text")),
        *(f"note.{note}" for note in Note),
        *(f"number.{state}" for state in NumberState),
        *(f"channel.{kind}" for kind in ChannelKind),
        *(f"region.{region}" for region in Region),
        *(f"audience.{audience}" for audience in Audience if audience is not Audience.ALL),
        *(f"command.region.{region}" for region in Region if region is not Region.NATIONAL),
        *(f"command.audience.{audience}" for audience in Audience if audience is not Audience.ALL),
        *(f"command.{word}" for word in (*PLAIN, "menu", "centers", "open-now", "number-cue", "language.ko", "language.en")),
        *(f"cli.table-{column}" for column in ("name", "phone", "hours", "sources", "reviewed")),
        "event.over",
        "event.cancelled",
    }

    for catalog in wording.catalogs.values():
        unused = [key for key in catalog if key not in made and not re.search(rf"[\"']{re.escape(key)}[\"']", code)]
        assert unused == []
        assert made - set(catalog) == set()


def test_every_key_that_the_code_says_is_in_the_catalogs(wording: Wording) -> None:
    code = "\n".join(file.read_text("utf-8") for file in Path(bot.__file__).parent.glob("*.py"))

    keys = set(re.findall(r'(?:say|_said|titled|button)\((?:view, )?"([a-z.-]+)"', code))

    assert len(keys) > 50
    assert keys - set(wording.catalogs["ko"]) == set()


def test_audiences_to_choose_from_have_names(wording: Wording) -> None:
    assert all(wording.words(f"audience.{audience}", "en") for audience in AUDIENCES)
    assert Kind.ANSWER == "answer"


def test_a_missing_an_empty_and_a_fuzzy_entry_are_problems_with_their_place(
    catalogs: Callable[..., Wording], tmp_path: Path
) -> None:
    wording = catalogs(
        ko=entry("a", "가") + "\n" + entry("b", "") + "\n#, fuzzy\n" + entry("c", "다"), en=entry("b", "B") + entry("c", "C")
    )

    assert said(wording, tmp_path) == [
        'en/LC_MESSAGES/gyeot.po:1: `a` has no words. Write them in msgstr under msgid "a".',
        'ko/LC_MESSAGES/gyeot.po:8: `b` has no words. Write them in msgstr under msgid "b".',
        'ko/LC_MESSAGES/gyeot.po:12: `c` has no words. Write them in msgstr under msgid "c".',
    ]


def test_a_place_that_one_language_lacks_is_a_problem(catalogs: Callable[..., Wording], tmp_path: Path) -> None:
    wording = catalogs(ko=entry("step.place", "{steps}단계"), en=entry("step.place", "Step {step} of {steps}"))

    assert said(wording, tmp_path) == [
        "ko/LC_MESSAGES/gyeot.po:5: `step.place` lacks {step}. Put in the same places as the other language."
    ]


def test_a_loose_brace_is_a_problem(catalogs: Callable[..., Wording], tmp_path: Path) -> None:
    wording = catalogs(ko=entry("hello", "안녕 {name"), en=entry("hello", "hi"))

    assert said(wording, tmp_path) == [
        "ko/LC_MESSAGES/gyeot.po:5: `hello` has a brace that is unpaired or misspelled. "
        "Write places as {step}: small letters, digits, hyphens."
    ]
    assert wording.problems[0].said("ko") == (
        "`hello`에 짝이 없거나 잘못된 중괄호가 있어요. {step}처럼 영어 소문자, 숫자, -만 넣어 주세요."
    )


def test_a_line_that_is_no_entry_is_a_problem_and_the_other_lines_are_read(
    catalogs: Callable[..., Wording], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wording = catalogs(ko=entry("a", "가") + "이게 뭐지\n" + entry("b", "나"), en=entry("a", "A") + entry("b", "B"))

    assert said(wording, tmp_path)[0] == (
        "ko/LC_MESSAGES/gyeot.po:7: This line of the catalog can't be read. "
        'Write msgid and msgstr in double quotes, one a line: msgid "button.menu".'
    )
    assert wording.words("a", "ko") == "가"
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", b'msgid "a"\nmsgstr "'])
def test_a_catalog_that_cannot_be_read_never_raises(tmp_path: Path, content: bytes) -> None:
    for language in ("ko", "xx-not-a-language"):
        file = tmp_path / language / "LC_MESSAGES" / "gyeot.po"
        file.parent.mkdir(parents=True)
        file.write_bytes(content)

    assert Wording.load(tmp_path).voice("ko").say("opening") == ""


def test_a_key_without_words_speaks_the_other_language(catalogs: Callable[..., Wording]) -> None:
    wording = catalogs(ko=entry("a", "가"), en="")

    assert wording.voice("en").say("a") == "가"
    assert wording.voice("en").say("nothing") == ""


def test_a_third_language_needs_no_code(catalogs: Callable[..., Wording]) -> None:
    wording = catalogs(ko=entry("a", "가"), vi=entry("a", "Xin chào"))

    voice = wording.voice("vi")

    assert voice.say("a") == "Xin chào"
    assert voice.date(dt.date(2026, 11, 22)) == "22 tháng 11, 2026"


def test_a_center_that_the_directory_lacks_is_a_problem(catalogs: Callable[..., Wording], base: KnowledgeBase) -> None:
    wording = catalogs(ko=entry("a", "{women-1367}"), en=entry("a", "{women-1367}"))

    assert [problem.said("en") for problem in unknown_centers(wording, base)] == [
        "`a` names `women-1367`, which is no center. Use an id that stands in knowledge/centers."
    ] * 2


def test_places_are_filled_and_centers_are_called_by_name(catalogs: Callable[..., Wording], base: KnowledgeBase) -> None:
    wording = catalogs(ko=entry("a", "{name}, {d4u-central}에 {gone-77} {nobody}"))

    assert wording.voice("ko", base).say("a", name="{women-1366}") == "{women-1366}, 디성센터에 77 nobody"


@pytest.mark.parametrize(("language", "written"), [("ko", "2026년 11월 22일"), ("en", "November 22, 2026")])
def test_dates_are_written_as_each_language_writes_them(wording: Wording, language: str, written: str) -> None:
    assert wording.voice(language).date(dt.date(2026, 11, 22)) == written


@pytest.mark.parametrize(
    ("iso", "ko", "en"),
    [
        ("2024", "2024년", "2024"),
        ("2024-09", "2024년 9월", "September 2024"),
        ("2024-09-13", "2024년 9월 13일", "September 13, 2024"),
    ],
)
def test_a_date_may_stop_at_the_year_or_month(wording: Wording, iso: str, ko: str, en: str) -> None:
    assert (wording.voice("ko").partial_date(iso), wording.voice("en").partial_date(iso)) == (ko, en)
