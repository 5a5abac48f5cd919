import pytest

from knowledge.problems import Place
from knowledge.yaml_lines import LARGEST, read_lines


def said(text: str | bytes) -> list[str]:
    content = text.encode() if isinstance(text, str) else text
    return [f"{problem.place}:{problem.place.column}: {problem.said('en')}" for problem in read_lines(content, "a.yaml").problems]


def test_values_stay_the_text_that_was_written():
    lines = read_lines(b"number: 0112\nanswer: no\nday: 2026-11-22\nempty:\nquoted: ''\n", "a.yaml")

    assert lines.value == {"number": "0112", "answer": "no", "day": "2026-11-22", "empty": None, "quoted": ""}
    assert lines.problems == ()


def test_every_value_remembers_its_line_and_column():
    lines = read_lines("title: 제목\nsteps:\n  - ko: 하나\n  - ko: 둘\n    en: two\n".encode(), "a.yaml")

    assert lines.place(("title",)) == Place("a.yaml", 1, 1)
    assert lines.place(("steps", 1, "en")) == Place("a.yaml", 5, 5)
    assert lines.place(("steps", 0, "en")) == Place("a.yaml", 3, 5), "a missing value stands where its holder stands"


def test_a_repeated_key_is_refused_and_the_first_is_kept():
    assert said("title: a\nsummary: b\ntitle: c\n") == [
        "a.yaml:3:1: `title` is written twice (first on line 1). Join the two, or take one away."
    ]
    assert read_lines(b"title: a\ntitle: c\n", "a.yaml").value == {"title": "a"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n\tb: 1\n", "a.yaml:2:1: There is a tab in the indentation. Indent with spaces instead."),
        (
            "a: b: c\n",
            "a.yaml:1:5: There is a colon (: ) inside a text, or the indentation is off. "
            "Put the whole text in double quotes, or line it up with its neighbours.",
        ),
        ("a: 'x\n", "a.yaml:2:1: A quote or a bracket is not closed. Write the closing quote."),
        ("a: @x\n", "a.yaml:1:4: A text that begins with @ or ` needs quotes. Put the whole text in double quotes."),
        ("a: 1\n---\nb: 2\n", "a.yaml:2:1: There is a --- in the middle of the file. Take the --- away."),
        ("가: \x07\n", "a.yaml:1:4: There is an invisible control character. Delete it and write the text again."),
        (
            "a: !!python/name:os.system x\n",
            "a.yaml:1:4: A tag that begins with ! can't be used. Take it away, or put the text in quotes.",
        ),
        ("[a]: 1\n", "a.yaml:1:1: A key can't be a list. Write the key as one word."),
        ("a: &b [1]\nc: *b\n", "a.yaml:1:4: Anchors and aliases can't be used. Write it out."),
    ],
)
def test_what_cannot_be_read_gets_a_place_and_a_mend(text, expected):
    assert said(text) == [expected]


def test_letters_of_another_encoding_are_told_with_their_line():
    content = b"a: 1\nb: " + "한글".encode("cp949")

    assert said(content) == ["a.yaml:2:4: The letters here are not UTF-8. Save the file again with the encoding UTF-8."]


def test_a_byte_order_mark_does_no_harm():
    assert read_lines("\ufefftitle: 제목\n".encode(), "a.yaml").value == {"title": "제목"}


def test_ten_lines_that_would_grow_to_a_billion_are_refused_at_once():
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))

    problems = read_lines(bomb.encode(), "a.yaml").problems

    assert {problem.what.en for problem in problems} == {"anchors and aliases can't be used"}


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "{a: " * 500 + "}" * 500, "a: &a [*a]"])
def test_bottomless_nesting_is_a_problem_and_no_crash(text):
    assert read_lines(text.encode(), "a.yaml").problems


def test_a_huge_file_is_not_read_at_all():
    assert said(b"a" * (LARGEST + 1)) == ["a.yaml:1:1: The file is too large. Split it into smaller files."]


def test_an_empty_file_holds_nothing():
    assert read_lines(b"", "a.yaml").value is None
    assert read_lines(b"# only a comment\n", "a.yaml").problems == ()
