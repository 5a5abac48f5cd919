"""Pages that show the way: the menu, the first words, help, language, privacy, erasing."""

from __future__ import annotations

from collections.abc import Iterator

from bot.actions import Centers, CheckNumber, Erase, Events, Menu, Open, Privacy, Speak
from bot.guide_pages import contacts_below
from bot.reply import Block, Button, Buttons, Call, Heading, Paragraph, StepLine, Steps
from bot.view import View
from knowledge.model import LANGUAGES, Language

HELP = ("help.ask", "help.press", "help.type", "help.limits")


def menu(view: View) -> Iterator[Block]:
    """All categories, or the guides of one."""
    page = view.answer.page
    category = next((each for each in view.base.categories if isinstance(page, Menu) and each.id == page.category), None)
    if category is None:
        yield Paragraph(view.voice.say("menu.text"))
        yield from whole_menu(view)
        return
    yield Heading(view.say(category.title))
    yield Paragraph(view.say(category.what))
    yield Buttons(view.guides(view.answer.offered))
    yield view.foot()


def whole_menu(view: View) -> Iterator[Block]:
    """A button for each category and each other thing one can do."""
    yield Buttons(tuple(Button(view.say(category.title), Menu(category.id)) for category in view.base.categories))
    yield Buttons(
        (
            view.button("button.centers", Centers()),
            view.button("button.check-number", CheckNumber()),
            view.button("button.events", Events()),
            view.button("button.privacy", Privacy()),
            *languages(view),
            *view.call(),
        )
    )


def start(view: View) -> Iterator[Block]:
    """The first words."""
    yield Paragraph(view.voice.say("start.text"))
    yield Paragraph(view.voice.say("start.how"))
    yield from whole_menu(view)


def helped(view: View) -> Iterator[Block]:
    """How this works."""
    yield Heading(view.voice.say("help.title"))
    yield Steps(tuple(StepLine(view.voice.say(key)) for key in HELP), numbered=False)
    yield from whole_menu(view)


def language(view: View) -> Iterator[Block]:
    """That this language is spoken from now on."""
    yield Paragraph(view.voice.say("language.text"))
    yield from whole_menu(view)


def erase(view: View) -> Iterator[Block]:
    """What there is to erase: a channel that can take messages away says so itself."""
    yield Paragraph(view.voice.say("erase.text"))
    yield Buttons(view.guides(view.answer.offered))
    yield view.foot()


def privacy(view: View) -> Iterator[Block]:
    """What is kept and what is not."""
    yield Paragraph(view.voice.say("privacy.text"))
    yield Buttons((*view.guides(view.answer.offered), view.button("button.erase", Erase())))
    yield view.foot()


def foreign(view: View) -> Iterator[Block]:
    """For someone who writes another language: those who interpret first, in both our languages."""
    for spoken in LANGUAGES[::-1]:
        yield Paragraph(view.voice.wording.voice(spoken, view.base).say("foreign.text"))
    yield from contacts_below(view)
    guides = (guide for each in view.answer.offered if (guide := view.base.guide(each)))
    buttons: list[Button | Call] = [Button(f"{guide.title.en} / {guide.title.ko}", Open(guide.id)) for guide in guides]
    yield Buttons((*buttons, *(_language(view, spoken) for spoken in LANGUAGES[::-1]), *view.call()))


def languages(view: View) -> Iterator[Button]:
    """A button for each other language, in its own words."""
    return (_language(view, spoken) for spoken in LANGUAGES if spoken != view.language)


def _language(view: View, spoken: Language) -> Button:
    return Button(view.voice.wording.voice(spoken).say("language.name"), Speak(spoken))
