"""The house keeps its own shape."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = {"knowledge": set(), "retrieval": {"knowledge"}, "bot": {"knowledge", "retrieval"}}
"""Each room, and the rooms below it that it may import."""

HEAVY = {"torch", "sentence_transformers", "kiwipiepy", "sklearn", "matplotlib", "transformers"}
TRAINING = ("retrieval/train/", "retrieval/hashed_embedding.py")
"""The only places that may import what the default install does not have at the top of a module."""


def modules() -> list[Path]:
    return [file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py"))]


def imported(tree: ast.AST) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("file", modules(), ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_point_one_way(file: Path) -> None:
    room = file.relative_to(ROOT).parts[0]

    found = imported(ast.parse(file.read_text("utf-8"))) & (set(ROOMS) - {room})

    assert found <= ROOMS[room]


@pytest.mark.parametrize("file", modules(), ids=lambda file: str(file.relative_to(ROOT)))
def test_what_the_default_install_lacks_is_never_imported_on_the_way_to_an_answer(file: Path) -> None:
    relative = file.relative_to(ROOT).as_posix()
    tree = ast.parse(file.read_text("utf-8"))
    top = {name for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom) for name in imported(node)}

    assert relative.startswith(TRAINING) or not top & HEAVY


@pytest.mark.parametrize("word", ["utils", "helpers", "manager", "common", "misc"])
def test_no_module_is_named_after_nothing(word: str) -> None:
    assert not [file for file in modules() if word in file.stem]


def test_every_setting_is_in_the_readme_of_both_languages() -> None:
    from bot.settings import Settings

    for readme in ("README.md", "README.ko.md"):
        text = (ROOT / readme).read_text("utf-8")
        assert [f"GYEOT_{name.upper()}" for name in Settings.model_fields if f"GYEOT_{name.upper()}" not in text] == []
