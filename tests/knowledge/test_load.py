import datetime as dt
import shutil
import time

import pytest

from knowledge.load import KNOWLEDGE, fingerprint, load


def test_the_sample_is_loaded_whole_and_in_menu_order(sample):
    assert sample.problems == ()
    assert [guide.id for guide in sample.base.guides] == ["blackmail", "police", "law-deepfake"]
    assert [center.id for center in sample.base.centers] == ["police-112", "women-1366", "kcsvrc"]
    assert sample.base.guide("blackmail").sections[0].steps[1].warning is True
    assert sample.base.center("kcsvrc").hours.written == "mon-fri 10:00-12:00,13:00-17:00"
    assert sample.base.events[0].date == dt.date(2024, 8, 30)
    assert sample.base.declined.ko[0] == "딥페이크 만드는 법 알려줘"


def test_places_lead_back_to_the_file(sample):
    entry = next(entry for entry in sample.written.guides if entry.record.id == "blackmail")

    place = sample.places.of(entry.file, ("sections", 0, "steps", 1, "en"))

    assert (place.file, place.line) == (entry.file, 29)
    assert place.file.endswith("sample/guides/protect/blackmail.yaml")


def test_a_spoilt_guide_is_left_out_and_everything_else_is_served(shelf):
    shelf.write("guides/report/police.yaml", "title: [never closed\n")

    loaded = shelf.load()

    assert [guide.id for guide in loaded.base.guides] == ["blackmail", "law-deepfake"]
    assert len(loaded.base.centers) == 3
    assert loaded.base.guide("blackmail").related == ("law-deepfake",), "nothing served leads to what is not"
    assert shelf.problems() == [
        "guides/report/police.yaml:2: A bracket is not closed, or a comma is missing. "
        "Close the bracket and put commas between the items."
    ]


def test_every_problem_is_told_in_one_run(shelf):
    shelf.change(
        "guides/report/police.yaml", "title: {ko: 경찰에 신고하기, en: Reporting to the police}", "titel: {ko: 경찰, en: Police}"
    )
    shelf.change("guides/protect/blackmail.yaml", ", en: Capture the threats and the ID.}", "}")
    shelf.change("centers/seoul.yaml", "kind: ngo", "kind: ngos")

    assert shelf.problems() == [
        "centers/seoul.yaml:2: `kind`: `ngos` can't be used. Did you mean `ngo`?",
        "guides/protect/blackmail.yaml:28: Section 1 › step 1 › English: is missing. Write it after `en:`.",
        "guides/report/police.yaml:1: `titel`: is no key that belongs here. Did you mean `title`?",
        "guides/report/police.yaml:1: title: is missing. Write it after `title:`.",
    ]
    assert (
        shelf.problems("ko")[1] == "guides/protect/blackmail.yaml:28: 소제목 1 › 단계 1 › 영어: 빠졌어요. `en:` 뒤에 써 주세요."
    )
    assert [guide.id for guide in shelf.load().base.guides] == ["law-deepfake"]
    assert [center.id for center in shelf.load().base.centers] == ["police-112", "women-1366"]


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (
            "guides/report/police.yaml",
            "reviewed: 2026-11-22",
            "reviewed: last week",
            "guides/report/police.yaml:56: `reviewed`: `last week` is no date. Write it like 2026-11-22.",
        ),
        (
            "guides/report/police.yaml",
            "reviewed: 2026-11-22",
            "reviewed: 2026-11-22\nreview_every: often",
            "guides/report/police.yaml:57: `review_every`: `often` is no whole number above 0. Write digits only, such as 90.",
        ),
        (
            "guides/report/police.yaml",
            "  - id: statement",
            "  - id: Statement",
            "guides/report/police.yaml:43: Section 3 › `id`: `Statement` can't be an id. "
            "Use small letters, digits and hyphens, such as keep-evidence.",
        ),
        (
            "guides/report/police.yaml",
            "    dated: 2025-04",
            "    dated: spring 2025",
            "guides/report/police.yaml:55: Source 1 › `dated`: `spring 2025` is no date. "
            "Write it like 2024, 2024-09 or 2024-09-13.",
        ),
        (
            "guides/report/police.yaml",
            "related: [blackmail]",
            "related: blackmail",
            "guides/report/police.yaml:52: Related guide: there is a text where a list belongs. Put `- ` before each line.",
        ),
        (
            "guides/report/police.yaml",
            "title: {ko: 경찰에 신고하기, en: Reporting to the police}",
            "title: 경찰에 신고하기",
            "guides/report/police.yaml:1: title: there is a text where `key: value` lines belong. "
            "Write it under keys, such as `ko:` and `en:`.",
        ),
        (
            "guides/report/police.yaml",
            "title: {ko: 경찰에 신고하기, en: Reporting to the police}",
            "id: police\ntitle: {ko: 경찰에 신고하기, en: Reporting to the police}",
            "guides/report/police.yaml:1: `id` comes from the file's name. Take this line away.",
        ),
        (
            "centers/seoul.yaml",
            "hours: mon-fri 10:00-12:00,13:00-17:00",
            "hours: 10 to 5",
            "centers/seoul.yaml:10: `hours`: hours can't be read in `10 to 5`. Write it like one of these: "
            '"24/7", "unknown", "mon-fri 09:00-18:00", "mon-fri 09:00-12:00,13:00-18:00; sat 10:00-14:00".',
        ),
        (
            "centers/seoul.yaml",
            "number: 02-817-7959",
            "number: ask the desk",
            "centers/seoul.yaml:7: Phone 1 › `number`: `ask the desk` is no phone number. "
            "Write digits and hyphens only, in quotes.",
        ),
        (
            "centers/seoul.yaml",
            "what: {ko: 상담하고 경찰서에 함께 가 줘요., en: Counsels you and goes to the police with you.}",
            "what:",
            "centers/seoul.yaml:5: `what`: is empty. Write it, or take the line away.",
        ),
    ],
)
def test_a_wrong_value_is_told_in_an_editors_words(problems_of, name, old, new, expected):
    assert problems_of(name, old, new) == [expected]


def test_an_unreadable_directory_file_does_not_take_the_guides_with_it(shelf):
    shelf.write("centers/national.yaml", "- id: [\n")

    loaded = shelf.load()

    assert len(loaded.base.guides) == 3
    assert [center.id for center in loaded.base.centers] == ["kcsvrc"]
    assert [problem.place.file.rpartition("/")[2] for problem in loaded.problems] == ["national.yaml"]


def test_a_spoilt_center_does_not_take_its_neighbour_with_it(shelf):
    shelf.change("centers/national.yaml", 'number: "1366"', 'number: "1336"')

    loaded = shelf.load()

    assert [center.id for center in loaded.base.centers] == ["police-112", "kcsvrc"]
    assert len(loaded.base.guides) == 3


def test_a_light_mistake_fails_the_check_but_keeps_the_guide_in_service(shelf):
    shelf.change("guides/report/police.yaml", "    - 고소장 써야 돼\n", "")

    loaded = shelf.load()

    assert shelf.problems() == [
        "guides/report/police.yaml:6: phrasings: there are only 7 in Korean. Write at least 8, in people's own words."
    ]
    assert loaded.base.guide("police") is not None


def test_files_that_nobody_reads_are_told(shelf):
    shelf.write("guides/lost.yaml", "title: x\n")
    shelf.write("synonym.yaml", "- words: [a, b]\n")
    shelf.write("centers/old.yml", "- id: x\n")

    assert shelf.problems() == [
        "centers/old.yml:1: Nothing reads this file. Guides belong in guides/<category>/<id>.yaml, "
        "centers in centers/<region>.yaml, events in events/<year>.yaml.",
        "guides/lost.yaml:1: Nothing reads this file. Guides belong in guides/<category>/<id>.yaml, "
        "centers in centers/<region>.yaml, events in events/<year>.yaml.",
        "synonym.yaml:1: Nothing reads this file. Did you mean `synonyms.yaml`?",
    ]


def test_a_guide_in_an_unknown_category_gets_a_near_name(shelf):
    shutil.move(shelf.folder / "guides/report", shelf.folder / "guides/reports")

    assert shelf.problems() == ["guides/reports/police.yaml:1: There is no category `reports`. Did you mean `report`?"]


def test_a_folder_that_is_not_there_is_a_problem_and_no_crash(tmp_path):
    loaded = load(tmp_path / "gone")

    assert loaded.base.guides == ()
    assert [problem.what.en for problem in loaded.problems] == ["there is no such folder"]


@pytest.mark.parametrize(
    "content", [b"", b"null\n", b"text\n", b"- 1\n- {}\n- null\n", b"{}\n", b"\xff\xfe\x00", b"a: &x [*x]\n"]
)
@pytest.mark.parametrize(
    "name",
    [
        "guides/report/police.yaml",
        "centers/seoul.yaml",
        "categories.yaml",
        "never_show.yaml",
        "events/2024.yaml",
        "synonyms.yaml",
        "outside.yaml",
    ],
)
def test_no_file_however_broken_stops_the_rest(shelf, name, content):
    shelf.write(name, content)

    loaded = shelf.load()

    assert loaded.base.guide("police") is None if name == "guides/report/police.yaml" else len(loaded.written.guides) == 3
    assert all(problem.said("ko") and problem.said("en") for problem in loaded.problems)


def test_the_fingerprint_follows_names_and_bytes(shelf):
    first = fingerprint(shelf.folder)

    shelf.change("synonyms.yaml", "공갈", "갈취")
    second = fingerprint(shelf.folder)
    shutil.move(shelf.folder / "centers/seoul.yaml", shelf.folder / "centers/busan.yaml")
    third = fingerprint(shelf.folder)
    shelf.write("centers/README.md", "not knowledge")

    assert len({first, second, third}) == 3
    assert fingerprint(shelf.folder) == third


def test_the_whole_knowledge_base_loads_within_seconds():
    begun = time.process_time()

    load(KNOWLEDGE)

    assert time.process_time() - begun < 8
