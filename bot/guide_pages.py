"""Pages that show guides: an answer, a step of it, choices, and what is said when there is none."""

from __future__ import annotations

from collections.abc import Iterator

from bot.actions import Open, Walk
from bot.answer import CHOICES
from bot.contacts import Detail
from bot.reply import Block, Button, Buttons, Heading, Paragraph, StepLine, Steps
from bot.view import View
from knowledge.model import Guide, Section
from retrieval.text import sentences

WALKABLE = 3
"""Steps from which a section can be walked one at a time."""

WARNINGS_BORROWED = 1
"""Warnings of other sections that stand under a section with none of its own."""


def answered(view: View) -> Iterator[Block]:
    """A guide's section, whom to call, and what else there is."""
    guide = view.guide(view.answer.guide)
    section = guide.section(view.answer.section or "") or guide.sections[0]
    yield Heading(view.say(guide.title))
    if section is guide.sections[0] or not _is_enough(section):
        yield Paragraph(view.say(guide.summary))
    yield Heading(view.say(section.title), level=2)
    yield from _content(view, section)
    yield from contacts_below(view)
    yield from _borrowed_warnings(view, guide, section)
    yield view.sources(guide.sources, guide.reviewed, stale=guide.stale(view.today))
    yield from view.titled("buttons.sections", _sections_left(view, guide, section))
    yield from view.titled("buttons.guides", view.guides(each for each in view.answer.offered if each != guide.id))
    yield view.foot()


def step(view: View) -> Iterator[Block]:
    """One step of a section, with the way back and on."""
    guide, page = view.guide(view.answer.guide), view.answer.page
    section = guide.section(view.answer.section or "")
    if not isinstance(page, Walk) or section is None:
        raise LookupError("a step without its section")
    lines = section.steps or section.points
    line = lines[page.step - 1]
    yield Heading(view.say(section.title))
    yield Paragraph(view.voice.say("step.place", step=view.voice.number(page.step), steps=view.voice.number(len(lines))))
    yield Steps((view.line(line),), numbered=True, first=page.step)
    yield from contacts_below(view)
    yield view.sources(guide.sources, guide.reviewed, stale=guide.stale(view.today))
    yield Buttons(tuple(_ways_on(view, page, last=len(lines))))
    yield view.foot()


def choices(view: View) -> Iterator[Block]:
    """Two to four situations, worded so that she recognises her own."""
    shown = [view.guide(each) for each in view.answer.offered[:CHOICES]]
    yield Paragraph(view.voice.say("choices.text"))
    yield Steps(
        tuple(StepLine(f"{view.say(guide.title)}: {_first_sentence(view.say(guide.summary))}") for guide in shown), numbered=False
    )
    yield from contacts_below(view)
    yield Buttons(view.guides(view.answer.offered))
    yield view.foot()


def unknown(view: View) -> Iterator[Block]:
    """That we do not know, said plainly, and who can be asked."""
    if view.answer.note is None:
        yield Paragraph(view.voice.say("unknown.text"))
    yield from contacts_below(view)
    yield from view.titled("buttons.nearest", view.guides(view.answer.offered))
    yield view.foot()


def declined(view: View) -> Iterator[Block]:
    """One calm sentence, the law, and a number; nothing else."""
    yield Paragraph(view.voice.say("declined.text"))
    yield Buttons((*view.guides(view.answer.offered), *view.call()))


def contacts_below(view: View, detail: Detail = "line") -> Iterator[Block]:
    """The answer's contacts that no alert has shown above."""
    above = view.answer.alerted
    return view.contacts((each for each in view.answer.centers if each not in above), detail)


def _content(view: View, section: Section) -> Iterator[Block]:
    if section.text:
        yield Paragraph(view.say(section.text))
    for lines, numbered in ((section.steps, True), (section.points, False)):
        if lines:
            yield Steps(tuple(view.line(line) for line in lines), numbered)


def _is_enough(section: Section) -> bool:
    """Whether a section stands without the guide's summary."""
    return bool(section.steps or section.points)


def _borrowed_warnings(view: View, guide: Guide, section: Section) -> Iterator[Block]:
    """What is dangerous or punishable here, where the section found does not say it."""
    if any(line.warning for line in (*section.steps, *section.points)):
        return
    warnings = [line for each in guide.sections for line in (*each.steps, *each.points) if line.warning]
    if warnings:
        yield Steps(tuple(view.line(line) for line in warnings[:WARNINGS_BORROWED]), numbered=False)


def _sections_left(view: View, guide: Guide, section: Section) -> Iterator[Button]:
    if len(section.steps) >= WALKABLE:
        yield view.button("button.one-at-a-time", Walk(guide.id, section.id, 1))
    for other in guide.sections:
        if other is not section:
            yield Button(view.say(other.title), Open(guide.id, other.id))


def _ways_on(view: View, page: Walk, last: int) -> Iterator[Button]:
    if page.step > 1:
        yield view.button("button.step-back", Walk(page.guide, page.section, page.step - 1))
    if page.step < last:
        yield view.button("button.step-on", Walk(page.guide, page.section, page.step + 1))
    yield view.button("button.whole-section", Open(page.guide, page.section))


def _first_sentence(words: str) -> str:
    return next(iter(sentences(words)), words)
