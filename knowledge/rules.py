"""The rules of sound knowledge, a function each: what holds, why, and every place where it does not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from knowledge import numbers
from knowledge.model import LANGUAGES, REFERENCE, Center, Confidence, Event, EventState, Guide, Record, Source, Text
from knowledge.problems import Place, Problem, Severity
from knowledge.shapes import where
from knowledge.written import Entry, Said, Written, hint

GUIDE_PHRASINGS = 8
SECTION_PHRASINGS = 3
SECTIONS = (3, 8)
SUMMARY_SENTENCES = 2
ACTION_BYTES = 64
"""Telegram's limit for the data of a button."""

_LANGUAGE_NAMES = {"ko": ("한국어", "Korean"), "en": ("영어", "English")}


def _problem(rule: str, place: Place, what: Text, mend: Text, severity: Severity = "error") -> Problem:
    return Problem(place, rule, severity, what, mend)


def ids_are_unique(written: Written) -> Iterator[Problem]:
    """An id names one thing: two centers `women-1366`, or two sections `first-steps` in a guide, would hide each other."""
    for group in (written.categories, written.guides, written.centers, written.events):
        ids = [(entry.record.id, written.place(entry, "id") if entry.root else written.place(entry)) for entry in group]
        yield from _repeated(ids)
    for guide in written.guides:
        yield from _repeated(
            [(section.id, written.place(guide, "sections", at, "id")) for at, section in enumerate(guide.record.sections)]
        )


def _repeated(ids: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for each, place in ids:
        if each in first:
            what = Text(
                ko=f"id `{each}`가 두 번 쓰였어요 (처음은 {first[each]})",
                en=f"the id `{each}` is used twice (first at {first[each]})",
            )
            yield _problem("ids-unique", place, what, Text(ko="하나의 id를 바꿔 주세요", en="give one of them another id"))
        first.setdefault(each, place)


def links_resolve(written: Written) -> Iterator[Problem]:
    """Every id that is named exists: centers, related guides, `{center}` in running text, `when_closed`, categories."""
    categories = frozenset(entry.record.id for entry in written.categories)
    for kind, named, place in _links(written):
        known = {"center": written.center_ids, "guide": written.guide_ids, "category": categories}[kind]
        if named not in known and (kind != "center" or written.centers_known):
            yield _unresolved(kind, named, place, known)


_LINKED = {
    "center": ("기관이", "knowledge/centers에 있는 id를 써 주세요", "use an id that stands in knowledge/centers"),
    "guide": ("안내가", "knowledge/guides에 있는 파일 이름을 써 주세요", "use the name of a file in knowledge/guides"),
    "category": ("묶음이", "categories.yaml에 있는 폴더 이름을 써 주세요", "use a folder that categories.yaml names"),
}


def _unresolved(kind: str, named: str, place: Place, known: Iterable[str]) -> Problem:
    noun, mend_ko, mend_en = _LINKED[kind]
    return _problem(
        "links-resolve",
        place,
        Text(ko=f"`{named}`라는 {noun} 없어요", en=f"there is no {kind} `{named}`"),
        hint(named, known) or Text(ko=mend_ko, en=mend_en),
    )


def _links(written: Written) -> Iterator[tuple[str, str, Place]]:
    """Every id that is named, with what it should be."""
    for guide in written.guides:
        yield "category", guide.record.category, written.place(guide)
        yield from (("center", each, written.place(guide, "centers", at)) for at, each in enumerate(guide.record.centers))
        yield from (("guide", each, written.place(guide, "related", at)) for at, each in enumerate(guide.record.related))
        for position, section in enumerate(guide.record.sections):
            for at, each in enumerate(section.centers):
                yield "center", each, written.place(guide, "sections", position, "centers", at)
    for center in written.centers:
        if center.record.when_closed:
            yield "center", center.record.when_closed, written.place(center, "when_closed")
    for false in written.false_numbers:
        yield from (("center", each, written.place(false, "use", at)) for at, each in enumerate(false.record.use))
    for event in written.events:
        yield from (("guide", each, written.place(event, "related", at)) for at, each in enumerate(event.record.related))
    for said in written.said:
        for match in REFERENCE.finditer(said.words):
            yield "center", match[1], written.place(said.entry, *said.path)


def links_look_elsewhere(written: Written) -> Iterator[Problem]:
    """Nothing leads to itself: a guide related to itself, or a center to call when that center is closed."""
    for guide in written.guides:
        for at, each in enumerate(guide.record.related):
            if each == guide.record.id:
                what = Text(ko="안내가 자기 자신으로 이어져요", en="the guide is related to itself")
                yield _problem(
                    "links-elsewhere",
                    written.place(guide, "related", at),
                    what,
                    Text(ko="이 줄을 지워 주세요", en="take this line away"),
                )
    for center in written.centers:
        if center.record.when_closed == center.record.id:
            what = Text(ko="닫았을 때 대신 걸 곳이 자기 자신이에요", en="the center to call when closed is this one")
            mend = Text(ko="women-1366처럼 다른 id를 써 주세요", en="use another id, such as women-1366")
            yield _problem("links-elsewhere", written.place(center, "when_closed"), what, mend)


def enough_phrasings(written: Written) -> Iterator[Problem]:
    """Search finds a guide by how people ask: at least 8 ways for a guide and 3 for a section, in each language."""
    for guide in written.guides:
        yield from _too_few(written, guide, (), GUIDE_PHRASINGS, guide.record.asked)
        for position, section in enumerate(guide.record.sections):
            yield from _too_few(written, guide, ("sections", position), SECTION_PHRASINGS, section.asked)


def _too_few(written: Written, guide: Entry[Guide], path: tuple[str | int, ...], least: int, asked: object) -> Iterator[Problem]:
    from_where_ko, from_where_en = where((*path, "asked"))
    for language in LANGUAGES:
        count = len(asked.in_(language))  # type: ignore[attr-defined]
        if count < least:
            ko, en = _LANGUAGE_NAMES[language]
            yield _problem(
                "enough-phrasings",
                written.place(guide, *path, "asked", language),
                Text(ko=f"{from_where_ko}: {ko} 질문이 {count}개뿐이에요", en=f"{from_where_en}: there are only {count} in {en}"),
                Text(ko=f"사람들이 쓰는 말로 {least}개 이상 써 주세요", en=f"write at least {least}, in people's own words"),
            )


def sections_can_be_overseen(written: Written) -> Iterator[Problem]:
    """A guide has 3 to 8 sections: fewer answer too little, more can't be chosen from."""
    least, most = SECTIONS
    for guide in written.guides:
        count = len(guide.record.sections)
        if not least <= count <= most:
            yield _problem(
                "section-count",
                written.place(guide, "sections"),
                Text(ko=f"소제목이 {count}개예요", en=f"there {'is 1 section' if count == 1 else f'are {count} sections'}"),
                Text(ko=f"{least}개에서 {most}개로 나누거나 합쳐 주세요", en=f"split or join them into {least} to {most}"),
            )


def sections_say_something(written: Written) -> Iterator[Problem]:
    """A section has a text, steps or points; never steps and points together, which no reply could lay out."""
    for guide in written.guides:
        for position, section in enumerate(guide.record.sections):
            place = written.place(guide, "sections", position)
            if not (section.text or section.steps or section.points):
                what = Text(ko=f"소제목 `{section.id}`에 내용이 없어요", en=f"section `{section.id}` says nothing")
                yield _problem(
                    "section-content",
                    place,
                    what,
                    Text(ko="text, steps, points 가운데 하나를 써 주세요", en="write a text, steps or points"),
                )
            if section.steps and section.points:
                what = Text(
                    ko=f"소제목 `{section.id}`에 steps와 points가 함께 있어요",
                    en=f"section `{section.id}` has both steps and points",
                )
                yield _problem(
                    "section-content",
                    place,
                    what,
                    Text(ko="하나만 남기거나 소제목을 나눠 주세요", en="keep one, or make two sections"),
                )


def each_language_in_its_place(written: Written) -> Iterator[Problem]:
    """Korean stands under `ko` and English under `en`: words in the other language are a translation that was forgotten."""
    for said in written.said:
        hangul = len(re.findall(r"[가-힣]", said.words))
        latin = len(re.findall(r"[A-Za-z]", REFERENCE.sub("", said.words)))
        if said.phrasing or hangul + latin < 8:
            continue
        if said.language == "en" and hangul > latin:
            what, mend = (
                Text(ko="영어 자리에 한국어가 있어요", en="there is Korean where English belongs"),
                Text(ko="영어로 옮겨 주세요", en="translate it"),
            )
            yield _problem("language-place", written.place(said.entry, *said.path), what, mend)
        if said.language == "ko" and not hangul and len(said.words.split()) > 5:
            what, mend = (
                Text(ko="한국어 자리에 영어가 있어요", en="there is English where Korean belongs"),
                Text(ko="한국어로 옮겨 주세요", en="translate it"),
            )
            yield _problem("language-place", written.place(said.entry, *said.path), what, mend)


def sources_are_dated(written: Written) -> Iterator[Problem]:
    """A source tells from when it is, or when we read it: a fact without a day can't be checked again."""
    for entry, path, source in _sources(written):
        if not source.dated and not source.read:
            what = Text(ko=f"출처 `{source.publisher}`에 날짜가 없어요", en=f"the source `{source.publisher}` has no date")
            mend = Text(
                ko="자료의 날짜를 `dated:`에, 없으면 확인한 날을 `read:`에 써 주세요",
                en="write its date as `dated:`, or the day we read it as `read:`",
            )
            yield _problem("source-dated", written.place(entry, *path), what, mend)


def _dated(written: Written) -> tuple[Entry[Guide] | Entry[Center] | Entry[Event], ...]:
    """What has sources and a review day."""
    return (*written.guides, *written.centers, *written.events)


def _sources(written: Written) -> Iterator[tuple[Entry[Record], tuple[str | int, ...], Source]]:
    for entry in _dated(written):
        for position, source in enumerate(entry.record.sources):
            yield entry, ("sources", position), source


def dates_have_come(written: Written) -> Iterator[Problem]:
    """Nobody has reviewed or read anything tomorrow, and an event does not end before it begins."""
    days = [(written.place(entry, "reviewed"), entry.record.reviewed) for entry in _dated(written)]
    days += [(written.place(entry, *path, "read"), source.read) for entry, path, source in _sources(written) if source.read]
    for place, day in days:
        if day > written.today:
            what = Text(ko=f"{day.isoformat()}은(는) 아직 오지 않은 날이에요", en=f"{day.isoformat()} has not come yet")
            yield _problem(
                "dates-past",
                place,
                what,
                Text(ko="실제로 확인한 날을 써 주세요", en="write the day it was really checked"),
            )
    for event in written.events:
        if event.record.until and event.record.until < event.record.date:
            what = Text(ko="마지막 날이 첫날보다 앞서요", en="the last day is before the first")
            yield _problem(
                "dates-past",
                written.place(event, "until"),
                what,
                Text(ko="`date`와 `until`을 확인해 주세요", en="check `date` and `until`"),
            )


def reviewed_lately(written: Written) -> Iterator[Problem]:
    """What is past its review day is listed, so that somebody looks at it again; it stays in service."""
    entries: tuple[Entry[Guide] | Entry[Center], ...] = (*written.guides, *written.centers)
    for entry in entries:
        if entry.record.stale(written.today):
            days = (written.today - entry.record.reviewed).days
            yield _problem(
                "reviewed-lately",
                written.place(entry, "reviewed"),
                Text(
                    ko=f"확인한 지 {days}일이 지났어요 ({entry.record.review_every}일마다)",
                    en=f"the last review was {days} days ago (every {entry.record.review_every})",
                ),
                Text(ko="내용을 다시 확인하고 `reviewed`를 오늘로 바꿔 주세요", en="check it again and set `reviewed` to today"),
                "notice",
            )


def events_are_settled(written: Written) -> Iterator[Problem]:
    """An event that is over is no longer `planned`: somebody should write what became of it."""
    for event in written.events:
        if _over(event.record, written):
            what = Text(ko="지난 행사인데 `planned`로 되어 있어요", en="the event is over but still `planned`")
            mend = Text(ko="`held`나 `cancelled`로 바꿔 주세요", en="set it to `held` or `cancelled`")
            yield _problem("event-settled", written.place(event, "state"), what, mend, "notice")


def _over(event: Event, written: Written) -> bool:
    return event.state is EventState.PLANNED and (event.until or event.date) < written.today


_STREET_KO = re.compile(
    r"[가-힣]+(?:시|도|구|군)\s+(?:[가-힣]+(?:읍|면|동)\s+)?[가-힣0-9]{1,10}(?:로|길)\s?\d+(?:-\d+)?(?!\s?(?:번째|시간|개|명|일|년|월))"
)
_STREET_EN = re.compile(r"\b\d+(?:-\d+)?,?\s[A-Z][a-z]+(?:-?(?:daero|ro|gil))\b")


_TOLD_BY = ("t.me", "t.me/+")
"""Beginnings of addresses by which a reader recognises what she has: no place to go."""


def numbers_only_in_the_directory(written: Written) -> Iterator[Problem]:
    """Phone numbers and addresses stand in `centers/` alone and are named as `{women-1366}`: so that one mend reaches everywhere.

    Phrasings may name a number of three or four digits that the directory has ("1366 전화하면 뭐해줘요"). The place of an
    event may be a street.
    """
    shorts = frozenset(number for entry in written.centers for number in numbers.numbers_of(entry.record) if len(number) <= 4)
    directory = {id(entry) for entry in written.centers}
    for said in written.said:
        if id(said.entry) in directory:
            continue
        for found in _numbers_in(said, shorts):
            yield _problem(
                "numbers-in-directory",
                written.place(said.entry, *said.path),
                Text(ko=f"글 안에 번호나 주소 `{found}`가 있어요", en=f"there is a number or an address in the text: `{found}`"),
                _instead(found, written, said),
            )


def _numbers_in(said: Said, shorts: frozenset[str]) -> Iterator[str]:
    words = REFERENCE.sub(" ", said.words)
    for found in numbers.find(words, short=not said.phrasing):
        if found.bare in _TOLD_BY:
            continue
        if len(found.bare) > 4 or found.kind != "phone" or (found.bare in shorts and found.written.isdigit()):
            yield found.written
    if not said.phrasing and said.path[0] != "place":
        yield from (match[0] for pattern in (_STREET_KO, _STREET_EN) for match in pattern.finditer(words))


def _instead(found: str, written: Written, said: Said) -> Text:
    if said.phrasing:
        return Text(ko="번호를 빼고 써 주세요", en="write it without the number")
    known = numbers.look_up(found, written.base)
    if known and known[0].centers:
        return Text(ko=f"`{{{known[0].centers[0]}}}`라고 써 주세요", en=f"write `{{{known[0].centers[0]}}}` instead")
    return Text(
        ko="기관을 centers에 넣고 `{기관-id}`라고 써 주세요", en="put the center into the directory and write `{center-id}`"
    )


def never_shown(written: Written) -> Iterator[Problem]:
    """A number or address of `never_show.yaml` stands nowhere else, the directory and the phrasings included."""
    false = {entry.record.value: _false_pattern(entry.record.value) for entry in written.false_numbers}
    if not false:
        return
    any_of_them = re.compile("|".join(pattern.pattern for pattern in false.values()), re.IGNORECASE)
    for words, place in _all_words(written):
        for value, pattern in false.items() if any_of_them.search(words) else ():
            if pattern.search(words):
                what = Text(
                    ko=f"`{value}`는 보여 주면 안 되는 번호나 주소예요",
                    en=f"`{value}` is a number or address that must not be shown",
                )
                yield _problem(
                    "never-show",
                    place,
                    what,
                    Text(ko="never_show.yaml의 `use`에 있는 기관을 써 주세요", en="use the centers that never_show.yaml names"),
                )


def _false_pattern(value: str) -> re.Pattern[str]:
    if re.fullmatch(r"[\d\s()+.-]+", value):
        spaced = r"[\s.)·-]{0,2}".join(re.sub(r"\D", "", value))
        return re.compile(rf"(?<![\d-]){spaced}(?!\d|-\d|\s?(?:년|건|명|원|개|people|cases|won))")
    return re.compile(rf"(?<![\w.-]){re.escape(value)}(?![\w-]|\.\w)", re.IGNORECASE)


def _all_words(written: Written) -> Iterator[tuple[str, Place]]:
    """Everything that may be shown or searched: words, and the numbers and addresses of centers."""
    for said in written.said:
        yield unicodedata.normalize("NFKC", said.words), written.place(said.entry, *said.path)
    for group in written.synonyms:
        yield from ((word, written.place(group, "words", at)) for at, word in enumerate(group.record.words))
    for center in written.centers:
        for at, phone in enumerate(center.record.phones):
            yield from ((number, written.place(center, "phones", at)) for number in (phone.number, phone.abroad) if number)
        yield from ((channel.value, written.place(center, "channels", at)) for at, channel in enumerate(center.record.channels))
        if center.record.url:
            yield center.record.url, written.place(center, "url")


def no_phrasing_twice(written: Written) -> Iterator[Problem]:
    """A phrasing stands once in the whole base: said for two guides, it leads to neither."""
    first: dict[str, tuple[Place, Said]] = {}
    for said in written.said:
        if not said.phrasing:
            continue
        place = written.place(said.entry, *said.path)
        met = first.setdefault(_same_phrasing(said.words), (place, said))
        if met[1] is not said:
            what = Text(
                ko=f"질문 `{said.words}`이(가) 이미 {met[0]}에 있어요",
                en=f"the phrasing `{said.words}` stands at {met[0]} already",
            )
            yield _problem(
                "phrasing-once",
                place,
                what,
                Text(ko="둘 가운데 하나를 지우거나 다르게 써 주세요", en="take one away, or word it differently"),
            )


def _same_phrasing(words: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", words).casefold())) or words


def phones_are_real(written: Written) -> Iterator[Problem]:
    """Every phone number can be dialled in Korea: a digit too few helps nobody."""
    for center in written.centers:
        for position, phone in enumerate(center.record.phones):
            for key, number in (("number", phone.number), ("abroad", phone.abroad)):
                if number and not real(number):
                    what = Text(
                        ko=f"`{number}`는 한국에서 쓰는 번호가 아니에요", en=f"`{number}` is no number that exists in Korea"
                    )
                    mend = Text(
                        ko="숫자가 빠지거나 더 들어가지 않았는지 확인해 주세요",
                        en="check for a digit that is missing or too many",
                    )
                    yield _problem("phone-real", written.place(center, "phones", position, key), what, mend)


_SPECIAL = re.compile(r"1\d{2,3}")
"""Korea's special numbers (112, 1366): the library knows some only, so that a new one (109, 1394) would be refused."""

_WITH_AREA_CODE = re.compile(r"(?:02|0[3-6]\d)(1366|1388|1345|1350|1331|1394|129|120|132|112|119)")


def real(number: str) -> bool:
    """Whether a phone number can exist in Korea: a full number, a special number, or one of these after an area code."""
    import phonenumbers  # slow to import, and only the check needs it

    bare = numbers.digits(number)
    if _SPECIAL.fullmatch(bare) or _WITH_AREA_CODE.fullmatch(bare) or bare in _ODD:
        return True
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(bare, "KR"))
    except phonenumbers.NumberParseException:
        return False


_ODD = ("142235",)
"""Public numbers of another length: 142-235, the deaf people's line."""


def centers_can_be_reached(written: Written) -> Iterator[Problem]:
    """A center has a phone, a channel, a website or a place to go to; for one of low confidence it is a notice."""
    for center in written.centers:
        record = center.record
        if not (record.phones or record.channels or record.url or record.address):
            what = Text(ko=f"`{record.id}`에 연락할 길이 없어요", en=f"there is no way to reach `{record.id}`")
            mend = Text(
                ko="phones, channels, url, address 가운데 하나를 써 주세요", en="write phones, channels, a url or an address"
            )
            severity: Severity = "notice" if record.confidence is Confidence.LOW else "error"
            yield _problem("center-reachable", written.place(center), what, mend, severity)


def actions_fit(written: Written) -> Iterator[Problem]:
    """`ko:open:<guide>:<section>` fits into the 64 bytes of a button."""
    for guide in written.guides:
        for position, section in enumerate(guide.record.sections):
            action = f"ko:open:{guide.record.id}:{section.id}"
            if len(action.encode()) > ACTION_BYTES:
                what = Text(
                    ko=f"`{action}`이(가) {ACTION_BYTES}바이트보다 길어요", en=f"`{action}` is longer than {ACTION_BYTES} bytes"
                )
                mend = Text(ko="소제목의 id를 줄여 주세요", en="shorten the section's id")
                yield _problem("action-fits", written.place(guide, "sections", position, "id"), what, mend)


def summaries_are_short(written: Written) -> Iterator[Problem]:
    """A summary is two sentences at most: it is the first thing she reads."""
    for guide in written.guides:
        for language in LANGUAGES:
            count = len(sentences(guide.record.summary.in_(language)))
            if count > SUMMARY_SENTENCES:
                ko, en = _LANGUAGE_NAMES[language]
                what = Text(ko=f"{ko} 요약이 {count}문장이에요", en=f"the {en} summary has {count} sentences")
                mend = Text(ko=f"{SUMMARY_SENTENCES}문장까지로 줄여 주세요", en=f"shorten it to {SUMMARY_SENTENCES}")
                yield _problem("summary-short", written.place(guide, "summary", language), what, mend)


_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|etc|vs|Mr|Ms|Dr|No|a\.m|p\.m|U\.S)\.$", re.IGNORECASE)


def sentences(words: str) -> list[str]:
    """The sentences of a text, with their end marks."""
    found: list[str] = []
    for piece in re.split(r"(?<=[.?!。])[\"'”’)\]]*\s+|\n+", words.strip()):
        if found and _ABBREVIATION.search(found[-1]):
            found[-1] += f" {piece}"
        elif piece:
            found.append(piece)
    return found


Rule = Callable[[Written], Iterator[Problem]]

SOUND: tuple[Rule, ...] = (
    ids_are_unique,
    links_resolve,
    sections_say_something,
    each_language_in_its_place,
    dates_have_come,
    reviewed_lately,
    events_are_settled,
    numbers_only_in_the_directory,
    never_shown,
    phones_are_real,
    centers_can_be_reached,
    actions_fit,
)
"""An error of these keeps the guide or center out of service: people could be misled."""

TIDY: tuple[Rule, ...] = (
    links_look_elsewhere,
    sources_are_dated,
    enough_phrasings,
    sections_can_be_overseen,
    no_phrasing_twice,
    summaries_are_short,
)
"""An error of these fails the check and nothing more: a guide with seven phrasings still helps."""

RULES: tuple[Rule, ...] = (*SOUND, *TIDY)
