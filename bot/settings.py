"""Settings from the environment and `.env`, checked whole at the start."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Self

import platformdirs
from pydantic import AnyHttpUrl, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

import knowledge
from knowledge.model import Text

PREFIX = "GYEOT_"
KNOWLEDGE = Path(knowledge.__file__).parent


class WrongSettings(Exception):
    """Every setting that can't be used, each as a sentence in both languages; no value is repeated."""

    def __init__(self, sentences: tuple[Text, ...]) -> None:
        self.sentences = sentences
        super().__init__("\n".join(f"{sentence.ko} ({sentence.en})" for sentence in sentences))


_MENDS: dict[str, Text] = {
    "telegram_token": Text(
        ko="BotFather가 준 토큰을 123456789:AbC... 모양 그대로 넣어 주세요.",
        en="put in BotFather's token as it is, like 123456789:AbC...",
    ),
    "telegram_api_url": Text(
        ko="http://127.0.0.1:8081 같은 주소를 넣어 주세요.", en="put in an address such as http://127.0.0.1:8081"
    ),
    "telegram_webhook_secret": Text(
        ko="영문자, 숫자, _, -로 1자에서 256자까지 넣어 주세요.", en="use 1 to 256 letters, digits, _ and -"
    ),
    "kakao_skill_secret": Text(ko="6자 이상으로 넣어 주세요.", en="use at least 6 characters"),
    "kakao_rest_key": Text(ko="카카오 REST API 키를 넣어 주세요.", en="put in Kakao's REST API key"),
    "knowledge": Text(ko="안내 파일이 있는 폴더를 넣어 주세요.", en="put in the folder that holds the knowledge base"),
    "redis_url": Text(
        ko="redis://127.0.0.1:6379/0 같은 주소를 넣어 주세요.", en="put in an address such as redis://127.0.0.1:6379/0"
    ),
    "moderators_chat": Text(ko="채팅방의 숫자 id를 넣어 주세요.", en="put in the number of the chat"),
    "cache": Text(ko="쓸 수 있는 폴더를 넣어 주세요.", en="put in a folder that can be written"),
}


class Settings(BaseSettings):
    """What an operator chose; secrets hide themselves when printed."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_file_encoding="utf-8",
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        env_ignore_empty=True,
    )

    telegram_token: SecretStr | None = None
    telegram_api_url: AnyHttpUrl = AnyHttpUrl("https://api.telegram.org")
    telegram_webhook_secret: SecretStr | None = None
    kakao_skill_secret: SecretStr | None = None
    kakao_rest_key: SecretStr | None = None
    knowledge: Path = KNOWLEDGE
    model: str | None = None
    redis_url: SecretStr | None = None
    moderators_chat: int | None = None
    cache: Path = Field(default_factory=lambda: Path(platformdirs.user_cache_dir("gyeot")))

    @classmethod
    def read(cls, **given: Any) -> Self:
        """The settings, whole. Raises WrongSettings with all that is wrong at once."""
        try:
            return cls(**given)
        except ValidationError as failure:
            raise WrongSettings(tuple(_sentences(failure))) from None  # pydantic's own message may hold a secret
        except Exception as failure:  # a .env that can't be read
            kind = type(failure).__name__
            raise WrongSettings(
                (
                    Text(
                        ko=f".env 파일을 읽을 수 없어요 ({kind}). UTF-8로 저장해 주세요.",
                        en=f".env can't be read ({kind}): save it as UTF-8",
                    ),
                )
            ) from None

    @field_validator("telegram_token")
    @classmethod
    def _token(cls, token: SecretStr | None) -> SecretStr | None:
        return _shaped(token, r"[0-9]+:[A-Za-z0-9_-]{3,}")

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _webhook_secret(cls, secret: SecretStr | None) -> SecretStr | None:
        return _shaped(secret, r"[A-Za-z0-9_-]{1,256}")

    @field_validator("kakao_skill_secret")
    @classmethod
    def _skill_secret(cls, secret: SecretStr | None) -> SecretStr | None:
        return _shaped(secret, r".{6,}")

    @field_validator("redis_url")
    @classmethod
    def _redis(cls, url: SecretStr | None) -> SecretStr | None:
        return _shaped(url, r"(?:rediss?|unix)://.+")

    @field_validator("knowledge")
    @classmethod
    def _folder(cls, folder: Path) -> Path:
        if not folder.is_dir():
            raise ValueError("no such folder")
        return folder

    @field_validator("cache")
    @classmethod
    def _cache(cls, folder: Path) -> Path:
        if folder.exists() and not folder.is_dir():
            raise ValueError("not a folder")
        return folder


def misspelled(environment: Mapping[str, str] = os.environ) -> Iterator[Text]:
    """A sentence for each variable that is nearly one of ours."""
    known = [f"{PREFIX}{name}".upper() for name in Settings.model_fields]
    for name in sorted(environment):
        if name.startswith(PREFIX) and name not in known and (near := difflib.get_close_matches(name, known, 1, 0.85)):
            yield Text(
                ko=f"{name}이라는 설정은 없어요. {near[0]}인가요?", en=f"there is no setting {name}; did you mean {near[0]}?"
            )


def _shaped(secret: SecretStr | None, shape: str) -> SecretStr | None:

    if secret is not None and not re.fullmatch(shape, secret.get_secret_value()):
        raise ValueError("another shape")
    return secret


def _sentences(failure: ValidationError) -> Iterator[Text]:
    for error in failure.errors(include_input=False, include_url=False, include_context=False):
        name = str(error["loc"][0])
        mend = _MENDS.get(name, Text(ko="값을 확인해 주세요.", en="check its value"))
        variable = f"{PREFIX}{name.upper()}"
        yield Text(ko=f"{variable}의 값을 쓸 수 없어요. {mend.ko}", en=f"{variable} can't be used: {mend.en}")
