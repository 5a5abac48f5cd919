"""Danger words as moderators write them."""

from pathlib import Path

from bot.urgency import Label, Urgency


def test_without_a_file_nothing_is_found(tmp_path: Path) -> None:
    assert Urgency.load(tmp_path).labels("살려주세요") == ()


def test_patterns_of_every_language_hold_for_every_text_gravest_first(tmp_path: Path) -> None:
    blackmail = "blackmail:\n  ko: {patterns: ['돈.{0,6}보내']}\n  en: {patterns: ['send money']}\n"
    (tmp_path / "urgent.yaml").write_text(f"{blackmail}danger:\n  ko: {{patterns: ['문 앞']}}\n", "utf-8")

    found = Urgency.load(tmp_path).labels("문 앞에 있어요. SEND MONEY or else")

    assert found == (Label.DANGER, Label.BLACKMAIL)
