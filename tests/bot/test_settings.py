"""Settings: whole, in both languages, and silent about secrets."""

from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings, WrongSettings, misspelled

SECRET = "123456789:AAsecretsecretsecret"


@pytest.fixture(autouse=True)
def _empty_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"GYEOT_{name.upper()}", raising=False)
    monkeypatch.chdir(tmp_path)


def test_nothing_has_to_be_set() -> None:
    settings = Settings.read()

    assert settings.telegram_token is None
    assert str(settings.telegram_api_url) == "https://api.telegram.org/"
    assert (settings.knowledge / "categories.yaml").exists()


def test_the_environment_wins_over_the_env_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("GYEOT_MODEL=from-file\nGYEOT_MODERATORS_CHAT=-100123\n", "utf-8")
    monkeypatch.setenv("GYEOT_MODEL", "from-environment")

    settings = Settings.read()

    assert (settings.model, settings.moderators_chat) == ("from-environment", -100123)


def test_all_wrong_settings_are_told_at_once_without_their_values(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GYEOT_TELEGRAM_TOKEN", "not-a-token-canary")
    monkeypatch.setenv("GYEOT_TELEGRAM_API_URL", "canary url")
    monkeypatch.setenv("GYEOT_MODERATORS_CHAT", "canary")
    monkeypatch.setenv("GYEOT_KNOWLEDGE", str(tmp_path / "gone"))

    with pytest.raises(WrongSettings) as wrong:
        Settings.read()

    assert str(wrong.value).splitlines() == [
        "GYEOT_TELEGRAM_TOKEN의 값을 쓸 수 없어요. BotFather가 준 토큰을 123456789:AbC... 모양 그대로 넣어 주세요. "
        "(GYEOT_TELEGRAM_TOKEN can't be used: put in BotFather's token as it is, like 123456789:AbC...)",
        "GYEOT_TELEGRAM_API_URL의 값을 쓸 수 없어요. http://127.0.0.1:8081 같은 주소를 넣어 주세요. "
        "(GYEOT_TELEGRAM_API_URL can't be used: put in an address such as http://127.0.0.1:8081)",
        "GYEOT_KNOWLEDGE의 값을 쓸 수 없어요. 안내 파일이 있는 폴더를 넣어 주세요. "
        "(GYEOT_KNOWLEDGE can't be used: put in the folder that holds the knowledge base)",
        "GYEOT_MODERATORS_CHAT의 값을 쓸 수 없어요. 채팅방의 숫자 id를 넣어 주세요. "
        "(GYEOT_MODERATORS_CHAT can't be used: put in the number of the chat)",
    ]
    assert wrong.value.__cause__ is None


def test_a_secret_hides_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GYEOT_TELEGRAM_TOKEN", SECRET)
    monkeypatch.setenv("GYEOT_REDIS_URL", "redis://:hushhush@127.0.0.1/0")

    settings = Settings.read()

    printed = repr(settings) + str(settings) + settings.model_dump_json()
    assert "secret" not in printed.replace("webhook_secret", "").replace("skill_secret", "")
    assert "hushhush" not in printed
    assert settings.telegram_token is not None
    assert settings.telegram_token.get_secret_value() == SECRET


def test_an_env_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"GYEOT_MODEL=\xff\xfe")

    with pytest.raises(WrongSettings, match=r"^\.env 파일을 읽을 수 없어요 \(UnicodeDecodeError\)\. UTF-8로 저장해 주세요\."):
        Settings.read()


def test_a_misspelled_setting_gets_its_neighbour() -> None:
    found = list(misspelled({"GYEOT_TELEGRAM_TOKN": "x", "GYEOT_MODEL": "y", "GYEOT_SOMETHING_ELSE": "z", "HOME": "/"}))

    assert [sentence.en for sentence in found] == ["there is no setting GYEOT_TELEGRAM_TOKN; did you mean GYEOT_TELEGRAM_TOKEN?"]
    assert found[0].ko == "GYEOT_TELEGRAM_TOKN이라는 설정은 없어요. GYEOT_TELEGRAM_TOKEN인가요?"


@pytest.mark.parametrize("empty", ["GYEOT_TELEGRAM_TOKEN", "GYEOT_KNOWLEDGE", "GYEOT_CACHE"])
def test_an_empty_setting_is_one_not_set(monkeypatch: Any, empty: str) -> None:
    monkeypatch.setenv(empty, "")

    assert Settings.read() == Settings.read()
