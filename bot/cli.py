"""The verbs that a person can type; each a few lines that call a room's door."""

from __future__ import annotations

import contextlib
import locale
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.wording import Wording, unknown_centers
from knowledge.model import LANGUAGES, KnowledgeBase, Language, Region

if TYPE_CHECKING:
    from rich.table import Table

    from bot.conversation import Conversation
    from bot.settings import Settings
    from retrieval.index import Progress

app = typer.Typer(name="gyeot", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)

FAILED = 1
MISUSED = 2
PIPED_WIDTH = 200
"""Columns of a table that goes into a file or another program."""

Lang = Annotated[str | None, typer.Option("--lang", help="ko | en")]


class Stop(Exception):
    """Ends the program with a sentence instead of a traceback."""

    def __init__(self, sentence: str, code: int = MISUSED) -> None:
        super().__init__(sentence)
        self.code = code


@app.callback()
def gyeot() -> None:
    """곁: checked answers, by your side. / 확인된 안내로 곁에 있어요."""


@app.command()
def chat(lang: Lang = None) -> None:
    """Talk in the terminal. / 터미널에서 이야기해요."""
    from rich.console import Console

    from bot.terminal_channel import chat as talk

    chosen = _language(lang)
    talk(_conversation(), Console(highlight=False), input, chosen or _terminal_language(), chosen=chosen is not None)


@app.command()
def ask(
    text: Annotated[str | None, typer.Argument(show_default=False)] = None,
    lang: Lang = None,
    as_json: Annotated[bool, typer.Option("--json", help="one JSON object")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help='lines {"text": ..., "lang"?: ...} on standard input')] = False,
) -> None:
    """One answer, or one a line. / 한 번 묻고 답을 받아요."""
    from bot.asking import answer, answer_lines

    language = _language(lang)
    if jsonl:
        answer_lines(_conversation(), sys.stdin, sys.stdout, language)
    elif text is None:
        raise Stop(_say("cli.no-text"))
    else:
        _print(answer(_conversation(), text, language, as_json=as_json))


@app.command()
def check(
    path: Annotated[Path | None, typer.Argument(show_default=False)] = None,
    form: Annotated[str, typer.Option("--format", help="text | github | json")] = "text",
    lang: Lang = None,
) -> None:
    """Every problem of the knowledge base and the catalogs. / 고칠 것을 모두 보여 줘요."""
    from knowledge.load import KNOWLEDGE, load
    from knowledge.problems import FORMATS, errors, in_order, render

    wanted = next((each for each in FORMATS if each == form), None)
    if wanted is None:
        raise Stop(_say("cli.no-format", format=form, formats=", ".join(FORMATS)))
    language = _language(lang) or _terminal_language()
    folder, wording = _folder(path), Wording.load()
    loaded = load(folder)
    # Our words name centers of our directory; another one may well lack some, and the words stand without it.
    named = unknown_centers(wording, loaded.base) if folder.resolve() == KNOWLEDGE.resolve() else ()
    problems = in_order((*loaded.problems, *wording.problems, *named))
    _print(render(problems, wanted, language))
    if errors(problems):
        raise typer.Exit(FAILED)


@app.command()
def index() -> None:
    """Build the index. / 색인을 만들어요."""
    from bot.opening import opened_index

    with _progress() as progress:
        opened = opened_index(_settings(), progress)
    if opened.note:
        _note(_say("cli.words-only", reason=opened.note))
    _print(_say("cli.index-ready", guides=len(opened.base.guides), centers=len(opened.base.centers)))


@app.command()
def measure(file: Path) -> None:
    """recall@1, recall@3, MRR and abstention by language. / 얼마나 잘 찾는지 재요."""
    from bot.opening import opened_index
    from bot.tables import figures_table
    from retrieval import measure as measuring
    from retrieval import questions

    if not file.is_file():
        raise Stop(_say("cli.no-file", path=file))
    with _progress() as progress:
        opened = opened_index(_settings(), progress)
    _print_table(figures_table(measuring.measure(opened, list(questions.read([file])))))


@app.command()
def centers(
    everything: Annotated[bool, typer.Option("--all", help="every region, and report forms")] = False,
    region: Annotated[str | None, typer.Option("--region", help="seoul, busan, ...")] = None,
    open_now: Annotated[bool, typer.Option("--open-now", help="who answers at this moment")] = False,
    lang: Lang = None,
) -> None:
    """The directory with its sources. / 기관과 번호, 출처를 보여 줘요."""
    from bot.actions import Centers
    from bot.conversation import in_seoul
    from bot.directory import everyone, listing
    from bot.tables import centers_table

    wanted, now, base = Centers(_region(region), open_now), in_seoul(), _base()
    voice = Wording.load().voice(_language(lang) or _terminal_language(), base)
    shown = everyone(base, wanted, now) if everything else listing(base, wanted, now)
    _print_table(centers_table(shown, voice, now))


@app.command()
def coverage(lang: Lang = None) -> None:
    """Guides by category, languages, sections, examples, sources, oldest review. / 안내가 얼마나 갖춰졌는지 보여 줘요."""
    from knowledge.coverage import coverage as covered
    from knowledge.coverage import markdown

    _print(markdown(covered(_base()), _language(lang) or _terminal_language()))


def main() -> None:
    """The command `gyeot`: whatever can be foreseen to fail ends with a sentence."""
    logging.basicConfig(level=logging.ERROR, format="%(name)s: %(message)s")
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal set to another encoding must not end in an error
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except Stop as end:
        _note(str(end))
        sys.exit(end.code)
    except Exception as failure:  # only its kind: a message may hold what was asked
        _note(_say("cli.failed", reason=type(failure).__name__))
        sys.exit(FAILED)


def _settings() -> Settings:
    from bot.settings import Settings, WrongSettings, misspelled

    for sentence in misspelled():
        _note(f"{sentence.ko} ({sentence.en})")
    try:
        return Settings.read()
    except WrongSettings as wrong:
        raise Stop(str(wrong)) from None


def _conversation() -> Conversation:
    from bot.opening import open_conversation

    with _progress() as progress:
        return open_conversation(_settings(), Wording.load(), progress)


def _base() -> KnowledgeBase:
    """The knowledge base without an index: reading it needs no encoder."""
    from knowledge.load import load

    return load(_folder(None)).base


def _folder(path: Path | None) -> Path:
    folder = path or _settings().knowledge
    if not folder.is_dir():
        raise Stop(_say("cli.no-folder", path=folder))
    return folder


@contextlib.contextmanager
def _progress() -> Iterator[Progress]:
    """Shows how far the first build has come, on standard error and only once there is something to wait for."""
    from bot.progress import Building

    building = Building(_say("chat.building"))
    try:
        yield building
    finally:
        building.end()


def _language(lang: str | None) -> Language | None:
    if lang is None:
        return None
    language = next((each for each in LANGUAGES if each == lang), None)
    if language is None:
        raise Stop(_say("cli.no-language", language=lang, languages=", ".join(LANGUAGES)))
    return language


def _region(region: str | None) -> Region | None:
    if region is None:
        return None
    if region not in list(Region):
        raise Stop(_say("cli.no-region", region=region, regions=", ".join(Region)))
    return Region(region)


def _terminal_language() -> Language:
    """The language of this terminal: Korean where it is set to Korean, and where nothing is set."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or locale.getlocale()[0] or ""
    return "en" if spoken.lower().startswith("en") else "ko"


def _say(key: str, **places: object) -> str:
    """A sentence for the operator, in both languages."""
    wording = Wording.load()
    return " / ".join(wording.voice(language).say(key, **places) for language in LANGUAGES)


def _print(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def _note(words: str) -> None:
    sys.stderr.write(f"{words}\n")


def _print_table(table: Table) -> None:
    from rich.console import Console

    width = None if sys.stdout.isatty() else PIPED_WIDTH
    Console(width=width, highlight=False, markup=False).print(table)
