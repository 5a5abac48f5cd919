"""A bar on standard error while the index is built for the first time."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Building:
    """Called with what is done and what there is to do; draws nothing before the first call."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __call__(self, done: int, total: int) -> None:
        """Moves the bar on."""
        if self._bar is None:
            self._bar, self._task = self._begun()
        if self._task is not None:
            self._bar.update(self._task, completed=done, total=total)

    def end(self) -> None:
        """Takes the bar away."""
        if self._bar is not None:
            self._bar.stop()

    def _begun(self) -> tuple[Progress, TaskID]:
        from rich.console import Console
        from rich.progress import Progress

        bar = Progress(console=Console(file=sys.stderr), transient=True)
        bar.start()
        return bar, bar.add_task(self._words)
