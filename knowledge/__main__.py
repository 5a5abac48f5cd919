"""`python -m knowledge [PATH] [--format text|github|json] [--lang ko|en]`: every problem; exit 1 if one has to be mended."""

from __future__ import annotations

import argparse
import locale
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from knowledge.load import KNOWLEDGE, load
from knowledge.model import LANGUAGES, Language
from knowledge.problems import FORMATS, errors, render


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 1 if something has to be mended."""
    parser = argparse.ArgumentParser(prog="python -m knowledge", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=KNOWLEDGE)
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("--lang", choices=LANGUAGES, default=None)
    wanted = parser.parse_args(arguments)
    problems = load(wanted.folder).problems
    if printed := render(problems, wanted.format, wanted.lang or language_of_locale()):
        sys.stdout.write(f"{printed}\n")
    return 1 if errors(problems) else 0


def language_of_locale() -> Language:
    """Korean for a Korean locale, else English."""
    named = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), None)
    return "ko" if (named or locale.getlocale()[0] or "").lower().startswith("ko") else "en"


if __name__ == "__main__":
    sys.exit(main())
