"""The terminal: a reply as plain text or with rich, and the chat."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from bot.actions import Action, Ask, Speak, Start
from bot.conversation import Conversation
from bot.reply import Alert, Block, Button, Buttons, Call, Contact, Heading, Paragraph, Reply, Sources, StepLine, Steps
from knowledge.model import Language

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text as RichText

STYLES: dict[type[Block], str] = {Alert: "bold", Heading: "bold", Contact: "cyan", Sources: "dim", Buttons: "green"}
"""How each block looks where there are colours; its words carry the meaning without them."""


def plain(reply: Reply) -> str:
    """The whole reply as plain text, blocks parted by empty lines."""
    return "\n\n".join([reply.opening, *("\n".join(lines(block)) for block in reply.blocks)])


def lines(block: Block, first_button: int | None = None) -> Iterator[str]:
    """The lines of a block; buttons are numbered from `first_button` where they can be pressed."""
    match block:
        case Heading(words, level):
            yield f"[ {words} ]" if level == 1 else words
        case Paragraph(words):
            yield words
        case Steps(steps, numbered, first):
            yield from (_step(line, f"{number}." if numbered else "-") for number, line in enumerate(steps, first))
        case Alert(title=title, words=words, contacts=contacts):
            yield f"[! {title} ]"
            yield words
            for contact in contacts:
                yield from lines(contact)
        case Contact():
            yield from _contact(block)
        case Sources(reviewed, named, _, stale):
            yield " ".join(filter(None, (reviewed, stale, named)))
        case Buttons(buttons, title):
            if title:
                yield f"{title}:"
            yield from (_button(each, first_button and first_button + place) for place, each in enumerate(buttons))


def show(reply: Reply, console: Console) -> None:
    """The reply in the terminal, its buttons numbered."""
    from rich.text import Text as RichText

    console.print(RichText(reply.opening, style="bold"))
    number = 1
    for block in reply.blocks:
        console.print()
        console.print(_coloured(block, number), soft_wrap=False)
        if isinstance(block, Buttons):
            number += len(block.buttons)


def chat(
    conversation: Conversation, console: Console, read: Callable[[str], str], language: Language, chosen: bool = False
) -> None:
    """Talks until the person leaves. `chosen`: the language is her own choice and not only the terminal's."""
    own = language if chosen else None
    console.print(conversation.wording.voice(language).say("chat.welcome"), style="dim", markup=False)
    _, reply = conversation.respond(Start(), language)
    show(reply, console)
    while (typed := _typed(read, conversation.wording.voice(own or language).say("chat.prompt"))) is not None:
        meant = pressed(typed, reply)
        if isinstance(meant, Call):
            console.print(f"{meant.label}: {meant.number}", markup=False)
            continue
        answer, reply = conversation.respond(meant, own if isinstance(meant, Ask) else own or reply.language)
        if isinstance(answer.page, Speak):  # pressed or typed
            own = answer.page.language
        language = reply.language
        console.print()
        show(reply, console)
    console.print()
    console.print(conversation.wording.voice(own or language).say("chat.bye"), markup=False)


def pressed(typed: str, reply: Reply) -> Action | Call:
    """What typed words mean below a reply: the button of that number, else a question."""
    buttons = tuple(reply.buttons())
    number = int(typed) if typed.strip().isascii() and typed.strip().isdigit() and len(typed.strip()) <= 2 else 0
    if not 1 <= number <= len(buttons):
        return Ask(typed)
    button = buttons[number - 1]
    return button if isinstance(button, Call) else button.action


def _typed(read: Callable[[str], str], prompt: str) -> str | None:
    try:
        return read(f"\n{prompt} > ")
    except (EOFError, KeyboardInterrupt):
        return None
    except UnicodeDecodeError:
        return ""  # bytes that are no text: answered as an empty message


def _coloured(block: Block, first_button: int) -> RichText:
    from rich.text import Text as RichText

    written = list(lines(block, first_button))
    text = RichText(style=STYLES.get(type(block), "") if not isinstance(block, Alert) else "")
    for place, line in enumerate(written):
        style = "bold red" if isinstance(block, Alert) and place == 0 else ""
        if isinstance(block, Steps) and block.lines[place].warning:
            style = "yellow"
        text.append(line + ("\n" if place < len(written) - 1 else ""), style=style)
    return text


def _step(line: StepLine, mark: str) -> str:
    return f"{mark} ({line.label}) {line.words}" if line.label else f"{mark} {line.words}"


def _contact(contact: Contact) -> Iterator[str]:
    reached = " / ".join(phone.words for phone in contact.phones) or contact.url or ""
    yield f"* {contact.name}: {reached}" if reached else f"* {contact.name}"
    if contact.hours:
        yield f"  {contact.hours}"
    if contact.ways:
        yield "  " + " · ".join(way.words for way in contact.ways)
    if contact.phones and contact.url:
        yield f"  {contact.url}"
    if contact.address:
        yield f"  {contact.address}"
    yield from (f"  {note}" for note in contact.notes)


def _button(button: Button | Call, number: int | None) -> str:
    dials = isinstance(button, Call) and button.number not in button.label
    label = f"{button.label} ({button.number})" if isinstance(button, Call) and dials else button.label
    return f"{number:>2}) {label}" if number else f"> {label}"
