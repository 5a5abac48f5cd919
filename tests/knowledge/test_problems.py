import json

from knowledge.model import Text
from knowledge.problems import Place, Problem, render

MISSING = Problem(
    Place("guides/report/police.yaml", 14, 3),
    "shape",
    "error",
    Text(ko="단계 3 › 영어: 빠졌어요", en="step 3 › English: is missing"),
    Text(ko="`en:` 뒤에 써 주세요", en="write it after `en:`"),
)
STALE = Problem(
    Place("centers/seoul.yaml", 2, 1),
    "reviewed-lately",
    "notice",
    Text(ko="오래됐어요", en="`kcsvrc` is stale"),
    Text(ko="다시 확인해 주세요", en="check it again"),
)


def test_problems_are_grouped_by_file_and_counted_in_english():
    assert render([MISSING, STALE], "text", "en") == (
        "centers/seoul.yaml:2: (notice) `kcsvrc` is stale. Check it again.\n"
        "\n"
        "guides/report/police.yaml:14: Step 3 › English: is missing. Write it after `en:`.\n"
        "\n"
        "1 error and 1 notice in 2 files."
    )


def test_problems_are_told_in_korean():
    assert render([STALE, MISSING], "text", "ko") == (
        "centers/seoul.yaml:2: (알림) 오래됐어요. 다시 확인해 주세요.\n"
        "\n"
        "guides/report/police.yaml:14: 단계 3 › 영어: 빠졌어요. `en:` 뒤에 써 주세요.\n"
        "\n"
        "파일 2개에 고칠 것 1개, 알림 1개가 있어요."
    )


def test_a_pull_request_gets_notes_at_the_line():
    odd = Problem(Place("a,b.yaml", 1, 1), "x", "error", Text(ko="가", en="100% off\nnow"), Text(ko="나", en="mend it"))

    assert render([odd], "github", "en") == "::error file=a%2Cb.yaml,line=1,col=1,title=x::100%25 off%0Anow. Mend it."
    assert render([STALE], "github", "ko") == (
        "::notice file=centers/seoul.yaml,line=2,col=1,title=reviewed-lately::오래됐어요. 다시 확인해 주세요."
    )


def test_programs_get_both_languages_as_json():
    assert json.loads(render([MISSING], "json")) == [
        {
            "file": "guides/report/police.yaml",
            "line": 14,
            "column": 3,
            "rule": "shape",
            "severity": "error",
            "what": {"ko": "단계 3 › 영어: 빠졌어요", "en": "step 3 › English: is missing"},
            "mend": {"ko": "`en:` 뒤에 써 주세요", "en": "write it after `en:`"},
        }
    ]


def test_when_all_is_well_it_says_so():
    assert render([], "text", "ko") == "고칠 것이 없어요."
    assert render([], "text", "en") == "Nothing to mend."
    assert render([], "github", "en") == ""
    assert render([], "json", "en") == "[]"
