import json

import pytest

from knowledge.__main__ import language_of_locale, main


def test_a_sound_folder_ends_with_zero(shelf, capsys):
    assert main([str(shelf.folder), "--lang", "ko"]) == 0
    assert capsys.readouterr().out == "고칠 것이 없어요.\n"


def test_a_mistake_ends_with_one_and_is_printed(shelf, capsys):
    shelf.change("guides/report/police.yaml", "related: [blackmail]", "related: [blackmial]")

    assert main([str(shelf.folder), "--format", "json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["line"], problem["rule"]) == (52, "links-resolve")
    assert problem["mend"] == {"ko": "혹시 `blackmail`인가요?", "en": "Did you mean `blackmail`?"}


def test_a_notice_alone_ends_with_zero(shelf, capsys):
    shelf.change("events/2024.yaml", "state: held", "state: planned")

    assert main([str(shelf.folder), "--lang", "en"]) == 0
    assert "(notice) The event is over but still `planned`." in capsys.readouterr().out


@pytest.mark.parametrize(("value", "language"), [("ko_KR.UTF-8", "ko"), ("en_US.UTF-8", "en"), ("C", "en")])
def test_the_locale_chooses_the_language(monkeypatch, value, language):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", value)

    assert language_of_locale() == language
