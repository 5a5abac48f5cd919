import datetime as dt

import pytest

from knowledge import rules
from knowledge.rules import real, sentences

BLACKMAIL = "guides/protect/blackmail.yaml"
POLICE = "guides/report/police.yaml"
LAW = "guides/law/law-deepfake.yaml"
NATIONAL = "centers/national.yaml"
SEOUL = "centers/seoul.yaml"


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (
            SEOUL,
            "id: kcsvrc",
            "id: women-1366",
            [
                f"{SEOUL}:1: The id `women-1366` is used twice (first at {NATIONAL}:19). Give one of them another id.",
                f"{POLICE}:37: There is no center `kcsvrc`. Use an id that stands in knowledge/centers.",
                f"{POLICE}:38: There is no center `kcsvrc`. Use an id that stands in knowledge/centers.",
                f"{POLICE}:42: There is no center `kcsvrc`. Use an id that stands in knowledge/centers.",
                f"{SEOUL}:11: The center to call when closed is this one. Use another id, such as women-1366.",
            ],
        ),
        (
            POLICE,
            "id: statement",
            "id: what-to-bring",
            [f"{POLICE}:43: The id `what-to-bring` is used twice (first at {POLICE}:25). Give one of them another id."],
        ),
        (
            POLICE,
            "related: [blackmail]",
            "related: [blackmial]",
            [f"{POLICE}:52: There is no guide `blackmial`. Did you mean `blackmail`?"],
        ),
        (
            POLICE,
            "related: [blackmail]",
            "related: [police]",
            [f"{POLICE}:52: The guide is related to itself. Take this line away."],
        ),
        (POLICE, "centers: [kcsvrc]", "centers: [kcsvrx]", [f"{POLICE}:42: There is no center `kcsvrx`. Did you mean `kcsvrc`?"]),
        (
            POLICE,
            "en: Someone you trust can be with you. You can ask {kcsvrc}.",
            "en: You can ask {kcsvcr}.",
            [f"{POLICE}:38: There is no center `kcsvcr`. Did you mean `kcsvrc`?"],
        ),
        (
            SEOUL,
            "when_closed: women-1366",
            "when_closed: women-1336",
            [f"{SEOUL}:11: There is no center `women-1336`. Did you mean `women-1366`?"],
        ),
        (
            "never_show.yaml",
            "  use: [women-1366]",
            "  use: [women]",
            ["never_show.yaml:5: There is no center `women`. Did you mean `women-1366`?"],
        ),
        (
            "events/2024.yaml",
            "related: [police]",
            "related: [polices]",
            ["events/2024.yaml:11: There is no guide `polices`. Did you mean `police`?"],
        ),
    ],
)
def test_ids_are_unique_and_lead_somewhere(shelf, name, old, new, expected):
    shelf.change(name, old, new)

    assert sorted(shelf.problems()) == sorted(expected)


def test_a_section_needs_three_phrasings_a_language(problems_of):
    found = problems_of(
        BLACKMAIL, "en: [should i pay the blackmailer, if i pay once will it stop, they ask for bitcoin]", "en: [should i pay]"
    )

    assert found == [
        f"{BLACKMAIL}:42: Section 2 › phrasings: there are only 1 in English. Write at least 3, in people's own words."
    ]


def test_two_sections_are_too_few(shelf):
    text = (shelf.folder / LAW).read_text("utf-8")
    start, end = text.index("  - id: lawyer"), text.index("centers: [women-1366]\nrelated")
    shelf.write(LAW, text[:start] + text[end:])

    assert shelf.problems() == [f"{LAW}:24: There are 2 sections. Split or join them into 3 to 8."]


def test_a_section_has_to_say_something_and_in_one_shape(shelf):
    shelf.change(
        LAW,
        "    text: {ko: 남이 만든 것을 퍼뜨려도 처벌될 수 있어요., en: Spreading what another made can be punished too.}\n",
        "",
    )
    shelf.change(POLICE, "    points:", "    steps: [{ko: 가 보세요., en: Go.}]\n    points:")

    assert shelf.problems() == [
        f"{LAW}:31: Section `spreading` says nothing. Write a text, steps or points.",
        f"{POLICE}:25: Section `what-to-bring` has both steps and points. Keep one, or make two sections.",
    ]


def test_a_forgotten_translation_is_found(problems_of):
    assert problems_of(POLICE, "en: Note what happened in order.", "en: 겪은 일을 시간 순서대로 적어 보세요.") == [
        f"{POLICE}:46: There is Korean where English belongs. Translate it."
    ]


def test_a_source_without_a_day_is_told(problems_of):
    assert problems_of(POLICE, "    dated: 2025-04\n", "") == [
        f"{POLICE}:54: The source `경찰청` has no date. Write its date as `dated:`, or the day we read it as `read:`."
    ]


def test_nobody_reviewed_anything_tomorrow(problems_of):
    assert problems_of(POLICE, "reviewed: 2026-11-22", "reviewed: 2026-11-26") == [
        f"{POLICE}:56: 2026-11-26 has not come yet. Write the day it was really checked."
    ]


def test_a_stale_review_is_a_notice_and_keeps_nothing_out(shelf):
    day = dt.date(2027, 2, 21)

    problems = shelf.load(day).problems

    assert {problem.severity for problem in problems} == {"notice"}
    assert (
        f"{POLICE}:56: The last review was 91 days ago (every 90). Check it again and set `reviewed` to today."
        in shelf.problems(today=day)
    )
    assert len(shelf.load(day).base.guides) == 3


def test_an_event_that_is_over_is_not_planned(problems_of):
    assert problems_of("events/2024.yaml", "state: held", "state: planned") == [
        "events/2024.yaml:8: The event is over but still `planned`. Set it to `held` or `cancelled`."
    ]


def test_an_event_ends_after_it_begins(problems_of):
    assert problems_of("events/2024.yaml", 'time: "19:00"', "until: 2024-08-29") == [
        "events/2024.yaml:5: The last day is before the first. Check `date` and `until`."
    ]


@pytest.mark.parametrize(
    ("written", "found", "mend"),
    [
        ("1366에 전화해 보세요.", "1366", "Write `{women-1366}` instead"),
        ("112로 신고할 수 있어요.", "112", "Write `{police-112}` instead"),
        ("02-817-7959로 전화해 보세요.", "02-817-7959", "Write `{kcsvrc}` instead"),
        ("０２ 817 7959로 전화해 보세요.", "02 817 7959", "Write `{kcsvrc}` instead"),
        ("+82-10-1234-5678로 걸어 보세요.", "+82-10-1234-5678", "Put the center into the directory and write `{center-id}`"),
        ("1577-0199로 걸어 보세요.", "1577-0199", "Put the center into the directory and write `{center-id}`"),
        ("www.women1366.kr에서 물어보세요.", "www.women1366.kr", "Write `{women-1366}` instead"),
        ("help@example.org로 써 보세요.", "help@example.org", "Put the center into the directory and write `{center-id}`"),
        (
            "서울시 마포구 월드컵로 12에 있어요.",
            "마포구 월드컵로 12",
            "Put the center into the directory and write `{center-id}`",
        ),
    ],
)
def test_numbers_and_addresses_stand_in_the_directory_alone(shelf, written, found, mend):
    shelf.change(POLICE, "ko: 겪은 일을 시간 순서대로 적어 보세요.", f'ko: "{written}"')

    assert shelf.problems() == [f"{POLICE}:46: There is a number or an address in the text: `{found}`. {mend}."]
    assert shelf.load().base.guide("police") is None


@pytest.mark.parametrize(
    "written",
    [
        "2024년 10월 16일부터예요.",
        "7년 이하 징역이나 5천만 원 이하 벌금이에요.",
        "벌금은 50,000,000원까지예요.",
        "성폭력처벌법 제14조의2예요.",
        "만 14세부터 18세까지예요.",
        "작년에 1366명이 물었어요.",
        "112건 가운데 109건이에요.",
        "09:00부터 18:00까지예요.",
        "2024-2025년에 늘었어요.",
        "1.5배, 100퍼센트, 3분의 1이에요.",
        "앞으로 3일, 차례로 10번째예요.",
        "StopNCII와 ECRM을 쓸 수 있어요.",
        "주소가 t.me로 시작하면 텔레그램이에요.",
    ],
)
def test_years_amounts_and_counts_are_no_phone_numbers(problems_of, written):
    assert problems_of(POLICE, "ko: 겪은 일을 시간 순서대로 적어 보세요.", f'ko: "{written}"') == []


def test_people_may_name_a_hotline_but_not_a_whole_number(shelf):
    shelf.change(POLICE, "    - 고소하고 싶어요", "    - 112 말고 1366 전화하면 뭐해줘요")
    shelf.change(POLICE, "    - 신고하면 뭐 물어봐", "    - 02-817-7959 여기 맞나요")

    assert shelf.problems() == [
        f"{POLICE}:11: There is a number or an address in the text: `02-817-7959`. Write it without the number."
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "line"),
    [
        (POLICE, "    - 고소하고 싶어요", "    - 1336 전화해도 되나요", 9),
        (SEOUL, "number: 02-817-7959", 'number: "1336"', 7),
        (SEOUL, "when_closed:", "url: https://www.d4u.or.kr/help\n  when_closed:", 11),
        ("synonyms.yaml", "딥페이크, 딥페,", '딥페이크, "1336",', 1),
    ],
)
def test_a_false_number_stands_nowhere(problems_of, name, old, new, line):
    found = [problem for problem in problems_of(name, old, new) if "must not be shown" in problem]

    value = "www.d4u.or.kr" if "d4u" in new else "1336"
    expected = (
        f"{name}:{line}: `{value}` is a number or address that must not be shown. Use the centers that never_show.yaml names."
    )
    assert found == [expected]


def test_a_false_number_is_no_part_of_a_longer_one(problems_of):
    assert problems_of(SEOUL, "number: 02-817-7959", "number: 02-817-1336") == []


def test_a_phrasing_stands_once_in_the_whole_base(problems_of):
    assert problems_of(POLICE, "    - 딥페이크 경찰 신고", "    - 돈 안 주면   사진 퍼뜨린대?") == [
        f"{POLICE}:8: The phrasing `돈 안 주면   사진 퍼뜨린대?` stands at {BLACKMAIL}:9 already. "
        "Take one away, or word it differently."
    ]


@pytest.mark.parametrize(
    ("number", "exists"),
    [
        ("112", True),
        ("1366", True),
        ("1394", True),
        ("109", True),
        ("02-1366", True),
        ("142-235", True),
        ("02-735-8994", True),
        ("+82-2-735-8994", True),
        ("1577-0199", True),
        ("010-2989-7722", True),
        ("080-900-1004", True),
        ("02-735-899", False),
        ("02-735-899444", False),
        ("013-735-8994", False),
        ("999", False),
        ("12", False),
    ],
)
def test_a_number_exists_in_korea_or_not(number, exists):
    assert real(number) is exists


def test_a_number_with_a_digit_too_few_is_told(problems_of):
    assert problems_of(SEOUL, "number: 02-817-7959", "number: 02-817-795") == [
        f"{SEOUL}:7: `02-817-795` is no number that exists in Korea. Check for a digit that is missing or too many."
    ]


def test_a_center_can_be_reached_somehow(shelf):
    text = (shelf.folder / SEOUL).read_text("utf-8")
    start, end = text.index("  phones:"), text.index("  hours:")
    shelf.write(SEOUL, text[:start] + text[end:])

    assert shelf.problems() == [f"{SEOUL}:1: There is no way to reach `kcsvrc`. Write phones, channels, a url or an address."]


def test_a_section_that_no_button_can_lead_to_is_told(shelf):
    name = "law-deepfake-and-everything-around-it-at-length"
    (shelf.folder / LAW).rename(shelf.folder / f"guides/law/{name}.yaml")
    for linking in (BLACKMAIL, POLICE):
        text = (shelf.folder / linking).read_text("utf-8")
        shelf.write(linking, text.replace("law-deepfake", name))

    assert shelf.problems() == [
        f"guides/law/{name}.yaml:31: `ko:open:{name}:spreading` is longer than 64 bytes. Shorten the section's id."
    ]


def test_a_summary_has_two_sentences_at_most(problems_of):
    assert problems_of(POLICE, "You do not have to go alone.", "You need not be alone. It is free.") == [
        f"{POLICE}:4: The English summary has 3 sentences. Shorten it to 2."
    ]


def test_sentences_end_at_end_marks_but_not_inside_numbers_or_abbreviations():
    assert sentences("법이 바뀌었어요(제14조의2). 1.5배예요. “괜찮아요.” 그렇죠?") == [
        "법이 바뀌었어요(제14조의2).",
        "1.5배예요.",
        "“괜찮아요.",
        "그렇죠?",
    ]
    assert sentences("Use a scanner, e.g. your phone. Then stop.") == ["Use a scanner, e.g. your phone.", "Then stop."]
    assert sentences("한 줄이에요\n두 줄이에요") == ["한 줄이에요", "두 줄이에요"]


def test_every_rule_says_why_it_is_there():
    assert all(rule.__doc__ and rule.__doc__.strip().endswith(".") for rule in rules.RULES)
