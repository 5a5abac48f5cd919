"""The rules of wording: how we speak to somebody who is shaking, in both languages, a documented function each.

Each docstring holds examples which the tests run: `Passes (ko):` and `Fails (en):`; ` / ` parts the steps of a section.
An error of these fails the check, but keeps nothing out of service.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from knowledge.model import REFERENCE, Center, Event, Guide, Language, Text
from knowledge.problems import Place, Problem
from knowledge.rules import sentences
from knowledge.written import Said, Written, said_in

LONGEST: dict[Language, int] = {"ko": 75, "en": 28}
"""Letters of a Korean sentence, words of an English one."""


@dataclass(frozen=True)
class Line:
    """Words that are shown: what part of a record they are (`title`, `steps` ...), and how they sound with centers named."""

    said: Said
    part: str
    spoken: str

    @property
    def ours(self) -> str:
        """The words without what is quoted: what an offender says is not how we speak."""
        quotes = _QUOTED_KO if self.said.language == "ko" else _QUOTED_EN
        return quotes.sub("…", self.spoken)


@dataclass(frozen=True)
class Block:
    """What is read together in one language: a section with its lines in order, a summary, a center."""

    language: Language
    lines: tuple[Line, ...]
    centers: tuple[str, ...] = ()
    guide: bool = True
    """Whether it is part of a guide (or what to know before an event) and so speaks in full sentences."""


@dataclass(frozen=True)
class Finding:
    """Words that break a rule, and what to write in their place."""

    line: Line
    words: str
    mend: Text


_QUOTED_KO = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’|'[^']*'|「[^」]*」|『[^』]*』")
_QUOTED_EN = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)")


@dataclass(frozen=True)
class Pattern:
    """Words that are avoided, unless words around them in the same sentence turn their meaning."""

    language: Language
    avoided: re.Pattern[str]
    before: re.Pattern[str] | None = None
    """Turns the meaning when it stands earlier in the sentence: `no one can guarantee`."""
    after: re.Pattern[str] | None = None
    """Turns the meaning when it stands later in the sentence: `보장할 수 없어요`."""

    def found(self, sentence: str) -> str | None:
        """The avoided words of a sentence, if any mean what they say."""
        for match in self.avoided.finditer(sentence):
            turned = (self.before and self.before.search(sentence[: match.start()])) or (
                self.after and self.after.search(sentence[match.end() :])
            )
            if not turned:
                return match[0].strip()
        return None


def _pattern(language: Language, *avoided: str, before: str | None = None, after: str | None = None) -> Pattern:
    made = partial(re.compile, flags=re.IGNORECASE)
    return Pattern(language, made("|".join(avoided)), made(before) if before else None, made(after) if after else None)


_NOT_KO = r"아니|아닙|없|않|못 ?해|말할 수|어려워|어렵"
_NOT_EN = (
    r"\b(?:not|no|never|cannot|nobody|nothing|none|without|neither|nor|rarely|promises?|claims?)\b",
    r"n['’]t\b",
)


def _any(*alternatives: str) -> str:
    return "|".join(alternatives)


_BLAME = (
    _pattern(
        "ko",
        r"왜 [^.?]{0,30}(?:보냈|올렸|찍었|만났|믿었|줬|주었|했|말 ?안|말하지 않았|가만히|들어갔|눌렀|열었)"
        r"(?:나요|어요|니|습니까|죠|지요)",
    ),
    _pattern(
        "ko", r"조심(?:했|하셨)어야", r"조심하지 그랬", r"(?:말았|않았|지켰|알았|막았)어야 (?:했|해)", r"그러게 (?:왜|누가)"
    ),
    _pattern(
        "ko",
        r"(?<![가-힣])(?:당신|본인|피해자|자기|네|너|내|여러분)(?:의|도)? ?(?:잘못|책임|탓|실수)(?!하)",
        after=_any(_NOT_KO, r"라고|같|느껴|느끼|생각"),
    ),
    _pattern("ko", r"부주의", r"경솔", r"자초(?:한|했)", r"빌미를", r"조심성", after=_NOT_KO),
    _pattern("en", r"\bwhy (?:did(?:n['’]t)?|would|were) you\b"),
    _pattern(
        "en",
        r"\b(?:you|she|they|victims?) should(?:n['’]t| not)? (?:never )?have "
        r"(?:been|done|known|sent|told|said|kept|thought|\w+ed)\b",
    ),
    _pattern("en", r"\b(?:your|her|my)(?: own)? (?:fault|mistake|blame|carelessness)\b", before=_any(*_NOT_EN)),
    _pattern(
        "en",
        r"\byou (?:were|are|have been) (?:careless|naive|foolish|to blame)\b",
        r"\bbrought (?:this|it) on\b",
        before=_any(*_NOT_EN),
    ),
)


def no_blame(block: Block) -> Iterator[Finding]:
    """Nothing puts the fault on her: it is the maker's doing.

    Passes (ko): 만든 사람이 한 일이지, 당신 잘못이 아니에요.
    Passes (ko): "왜 사진을 올렸어요?"라는 말을 들어도 답하지 않아도 돼요.
    Fails (ko): 왜 그런 사진을 올렸나요?
    Fails (ko): 모르는 사람이면 조심했어야 해요.
    Passes (en): This is the maker's doing, and none of it is your fault.
    Passes (en): You should have an answer within a week.
    Fails (en): You should have told your parents.
    Fails (en): Why did you open the link?
    """
    mend = Text(ko="만든 사람이 한 일이라고 쓰거나 그 말을 빼 주세요", en="say that it is the maker's doing, or leave it out")
    yield from _avoided(block, _BLAME, mend)


_OTHERS_KO = (
    r"(?:경찰|수사관|수사기관|법원|판사|검사|검찰|공소청|국가|정부|국회|위원회|방미심위|방송미디어통신심의위원회|법|"
    r"플랫폼|사업자|운영자|운영사|업체|사이트|서비스|회사|직장|사업주|센터|기관|"
    r"학교|교장|교사|선생님|대학|의사|병원|변호사|보호자|부모|가해자|만든 사람|상대|누구든|사람|신고서|서류|진술서)"
    r"[가-힣]{0,4}(?:은|는|이|가|도|들|에서|께서|누구든) "
)
"""Somebody else as the one who acts: what the law asks of them is no order to her."""

_ORDERS = (
    _pattern("ko", r"지 ?(?:마세요|마십시오|말아 ?주세요|마시기|말 것|마라)"),
    _pattern("ko", r"반드시", r"무조건", r"절대로?(?!평가|적)", after=_any(_NOT_KO, "필요는")),
    _pattern(
        "ko",
        r"(?:하|가|내|두|써|(?<![있없])어|아|해|와|봐|하여|워|려|켜|겨|쳐|껴)야(?:만)? ?(?:합니다|해요|하죠|돼요|됩니다)",
        before=_OTHERS_KO,
        after=r"^\s?(?:하는 것은|하는 건) 아니",
    ),
    _pattern("ko", r"(?:하|으|가|보|두|주)?십시오", r"하시오(?![가-힣])"),
    _pattern(
        "en",
        r"\byou (?:must|have to|are required to|are obliged to)\b",
        before=r"\b(?:if|whether|unless|before|think|feel|say|says|said|told|that|as if|what|when|where)\s+$",
    ),
    _pattern("en", r"\b(?:make|be) sure (?:to|that|you|your|the|it)\b", before=_any(*_NOT_EN)),
    _pattern("en", r"^(?:Never|Do not|Don['’]t|Always)\b(?! be (?:afraid|ashamed))"),
)


def no_orders(block: Block) -> Iterator[Finding]:
    """She decides: we say what can be done and what is safer. What others are bound to do may be said.

    Passes (ko): 답하지 않는 게 안전해요.
    Passes (ko): 사업자는 신고를 받으면 바로 지워야 해요.
    Passes (ko): 반드시 혼자 갈 필요는 없어요.
    Fails (ko): 절대 돈을 보내지 마세요.
    Fails (ko): 경찰서에 반드시 가 보세요.
    Fails (ko): 먼저 캡처해야 해요.
    Passes (en): You do not have to decide today.
    Passes (en): The platform must take it down quickly.
    Fails (en): Never send money.
    Fails (en): You must go to the police.
    """
    mend = Text(
        ko="“…해 보세요”, “…할 수 있어요”, “…하지 않는 게 안전해요”로 써 주세요",
        en="write “You can …”, “It helps to …” or “It is safer not to …”",
    )
    yield from _avoided(block, _ORDERS, mend)


_OFFENDER_KO = r"(?:범인|가해자|범죄자|유포자|협박범|만든 사람|올린 사람|상대)[가-힣]{0,2} ?[^.]{0,15}"

_PROMISES = (
    _pattern(
        "ko",
        r"확실(?:히|하게)",
        r"(?<!사회)(?<!안전)보장(?!법|제도|급여|기관|원)",
        r"100 ?%",
        r"완전히 (?:안전|삭제|지워|사라|없어)",
        after=_NOT_KO,
    ),
    _pattern("ko", r"걱정(?:하지)? ?(?:마세요|말아요|마요|않으셔도)", r"괜찮아질 거예요", r"다 (?:잘될|괜찮|해결)", r"모두 해결"),
    _pattern("ko", rf"{_OFFENDER_KO}(?:잡을 수 있어요|잡혀요|잡힐 거예요|처벌받게 돼요|처벌돼요)", after=_NOT_KO),
    _pattern("ko", r"(?:삭제|처벌|해결|차단)(?:될|할|받을) 거예요", r"꼭 (?:삭제|처벌|해결)(?:돼|해|받)", after=_NOT_KO),
    _pattern(
        "en",
        r"\bguarantee[sd]?\b",
        r"\b(?:definitely|certainly|for sure)\b",
        r"\bcompletely (?:safe|removed|deleted|gone)\b",
        r"\b100 ?%",
        before=_any(*_NOT_EN),
    ),
    _pattern(
        "en",
        r"\bwill (?:all )?be (?:deleted|caught|arrested|punished|jailed|convicted)\b",
        before=_any(*_NOT_EN, r"\b(?:if|whether|when|until|before|which|ask|asks|messages?|chats?|account|setting)\b"),
    ),
    _pattern(
        "en",
        r"\beverything will be\b",
        r"\bit will all be (?:ok|okay|fine|all right)\b",
        r"\b(?:don['’]t|do not|no need to) worry\b",
    ),
)


def no_promises(block: Block) -> Iterator[Finding]:
    """Nobody can promise that it is deleted, that he is caught, or that all will be well.

    Passes (ko): 모두 지워진다고 보장할 수는 없지만 여러 번 다시 요청할 수 있어요.
    Passes (ko): 상담 시간을 잡을 수 있어요.
    Fails (ko): 신고하면 확실히 삭제돼요.
    Fails (ko): 걱정 마세요.
    Passes (en): No one can guarantee that every copy is found.
    Fails (en): The video will be deleted within a day.
    Fails (en): Everything will be okay.
    """
    mend = Text(ko="무엇을 요청하고 무엇이 가능한지만 써 주세요", en="say what can be asked for and what is possible")
    yield from _avoided(block, _PROMISES, mend)


_UNSAFE = (
    _pattern(
        "ko",
        r"극단적(?:인)? ?(?:선택|생각|시도)",
        r"자살(?!예방| 예방|유족)",
        r"자해 ?방법",
        r"투신|음독|목을 ?매|번개탄",
    ),
    _pattern(
        "en", r"\bcommit(?:s|ted|ting)? suicide\b", r"\b(?:failed|successful|attempted) suicide\b", r"\bsuicide attempts?\b"
    ),
    _pattern(
        "en",
        r"\b(?:kill|hang)(?:ed|ing)? (?:your|her|him|my|them)sel(?:f|ves)\b",
        r"\boverdos(?:e|ed|ing)\b",
        r"\btook (?:her|his|their) own li(?:fe|ves)\b",
    ),
)
_THOUGHTS = re.compile(
    r"죽고 싶|죽을 것 같|thoughts? of (?:ending|suicide)|end(?:ing)? (?:your|her|their) life|want(?:s|ed)? to die",
    re.IGNORECASE,
)
_CRISIS = ("suicide-109", "mental-1577-0199", "lifeline-1588-9191", "help-mind")


def safe_messaging(block: Block) -> Iterator[Finding]:
    """About suicide: no methods and no hard words; who speaks of the thought of dying is told at once whom to call.

    Passes (ko): 죽고 싶은 마음이 들면 {suicide-109}에 전화할 수 있어요.
    Fails (ko): 극단적 선택을 생각하고 있다면 {suicide-109}에 전화할 수 있어요.
    Fails (ko): 죽고 싶은 마음이 들 수 있어요.
    Passes (en): If you have thoughts of ending your life, you can call {suicide-109}.
    Fails (en): Some victims commit suicide.
    Fails (en): You may have thoughts of ending your life.
    """
    mend = Text(
        ko="“죽고 싶은 마음”이라고 쓰고 방법은 쓰지 말아 주세요", en="write “thoughts of ending your life”, and no methods"
    )
    yield from _avoided(block, _UNSAFE, mend)
    named = {*block.centers, *(match[1] for line in block.lines for match in REFERENCE.finditer(line.said.words))}
    for line in block.lines:
        if (
            line.part != "title"
            and not isinstance(line.said.entry.record, Center)
            and (match := _THOUGHTS.search(line.ours))
            and not named & set(_CRISIS)
        ):
            yield Finding(
                line, match[0], Text(ko="같은 자리에 {suicide-109}를 써 주세요", en="name {suicide-109} in the same place")
            )


_KEEP = {
    "ko": re.compile(r"캡처|캡쳐|화면|증거|저장|녹화|기록|남기|남긴|남겨|적어|메모|보관|사진으로 찍"),
    "en": re.compile(
        r"\b(?:captur\w*|screenshots?|screen record\w*|record\w*|evidence|sav(?:e|ed|ing)|not(?:e|ed|ing) (?:the|down)|"
        r"kept|keep|copy|write down|written down)\b",
        re.IGNORECASE,
    ),
}
_LEAVING_KO = (
    r"나(?:가세요|가 보세요|가면 돼요|갈 수 있어요|가도 돼요|가는 게 (?:좋|안전)|"
    r"오세요|와 보세요|오면 돼요|올 수 있어요|와도 돼요)"
)
_DOING_KO = (
    r"(?:세요|해 ?보세요|하면 돼요|하셔도 돼요|해도 돼요|할 수 있어요|하는 게 (?:좋|안전)|"
    r"우세요|워 보세요|우면 돼요|워도 돼요|울 수 있어요)"
)
_REMOVE = (
    _pattern(
        "ko",
        rf"(?:상대|계정|그 사람|가해자|협박범|보낸 사람|번호)[가-힣]{{0,3}} ?(?:바로 |모두 |그대로 )?차단{_DOING_KO}",
        rf"(?:대화|대화방|메시지|채팅|채팅방|디엠|DM|쪽지|협박 글|앱)(?:을|를|도|은|는)? ?(?:바로 |모두 )?(?:삭제|지){_DOING_KO}",
        rf"(?:대화방|채팅방|단톡방|방|채널|그룹)(?:에서|을|를)? ?(?:바로 |조용히 )?{_LEAVING_KO}",
    ),
    _pattern(
        "en",
        r"\b(?:block|delete|erase|leave|uninstall)\b (?:and \w+ )?(?:the |that |this |his |her |their )?"
        r"(?:person|sender|account|chats?|room|group|channel|messages?|conversation|app|them|him)\b",
        before=_any(
            *_NOT_EN,
            r"\b(?:before|can make|ask|asked|asks|request|to get|if you|wait to|safer not to)\b",
            r"\b(?:if they|they|it|may|must|are to|is to|required|providers?|sites?|platforms?|police)\b",
        ),
    ),
)


def evidence_first(block: Block) -> Iterator[Finding]:
    """What blocks, deletes or leaves comes after what keeps a capture, within the same section: what is gone can't be shown.

    Passes (ko): 먼저 대화 화면을 캡처해 두세요. / 그다음 상대를 차단할 수 있어요.
    Passes (ko): 대화를 지우지 않는 게 좋아요.
    Fails (ko): 상대를 차단할 수 있어요. / 대화 화면을 캡처해 두세요.
    Passes (en): Capture the chat first. / Then you can block the account.
    Fails (en): You can block the account. / Capture the chat.
    """
    mend = Text(
        ko="그 앞에 화면을 남기는 단계를 두거나 “먼저 화면을 남긴 뒤”를 붙여 주세요",
        en="put a step that keeps a capture before it, or write “after you have kept a capture”",
    )
    kept = False
    for line in block.lines:
        if line.part == "title":
            continue
        kept = kept or bool(_KEEP[block.language].search(line.spoken))
        if not kept:
            yield from _avoided(Block(block.language, (line,)), _REMOVE, mend)


_IGNORE = (
    _pattern(
        "ko",
        r"무시(?:하세요|해 ?보세요|하면 돼요|해도 돼요|하는 게 (?:좋|나))",
        r"그냥 (?:넘기|넘어가|두세요|두면|잊)",
        r"시간이 (?:지나|가|흐르)면 (?:괜찮|잊|나아|해결|사라|지나)",
        r"신경 ?쓰지 ?(?:마|말)",
        r"잊어버리세요",
    ),
    _pattern(
        "en",
        r"\b(?:just |simply )?ignor(?:e|ing) (?:it|them|him|this|the (?:threats?|messages?))\b",
        r"\b(?:forget about it|let it go|time (?:will )?heals?|it will pass|get over it)\b",
        before=_any(*_NOT_EN, r"\b(?:if|that|who|which|sites?|platforms?|they)\b"),
    ),
)


def never_ignore(block: Block) -> Iterator[Finding]:
    """Nobody is told to ignore it or to wait until it passes.

    Passes (ko): 화면을 남긴 뒤에는 답하지 않아도 돼요.
    Fails (ko): 그냥 넘기는 것도 방법이에요.
    Passes (en): After you have kept captures, you can stop replying.
    Fails (en): Just ignore it.
    """
    mend = Text(ko="지금 할 수 있는 것을 써 주세요", en="say what can be done now")
    yield from _avoided(block, _IGNORE, mend)


_POLITE = re.compile(r"(?:요|죠)(?:\s*\([^()]*\))?[\s.?!:…\"'”’)\]]*$")
_PLAIN_END = re.compile(r"(?:다|까|라|자|음|함|됨|임)[\s.?!:…\"'”’)\]]*$")
_FULL = ("summary", "text", "steps", "before")


def polite_ending(block: Block) -> Iterator[Finding]:
    """Korean sentences end in 해요체 (…요, …죠). Titles may be noun phrases, and a point may be a thing to bring.

    Passes (ko): 신분증을 가져가면 돼요. / 진술은 나중에 해도 되죠.
    Fails (ko): 신분증을 가져간다.
    Fails (ko): 신분증을 가져갑니다.
    """
    if block.language != "ko" or not block.guide:
        return
    mend = Text(ko="…요나 …죠로 끝나게 써 주세요", en="end it with …요 or …죠")
    for line in block.lines:
        for sentence in sentences(line.ours):
            whole = sentence if re.search("[가-힣]", re.sub(r"\([^()]*\)", "", sentence)) else ""
            wrong = not _POLITE.search(whole) if line.part in _FULL else line.part == "points" and bool(_PLAIN_END.search(whole))
            if whole and wrong:
                yield Finding(line, f"…{sentence[-12:]}", mend)


def sentence_length(block: Block) -> Iterator[Finding]:
    """A sentence is at most 75 letters in Korean and 28 words in English: more can't be taken in when shaking.

    Passes (ko): 화면에 날짜와 아이디가 보이게 캡처해 두세요.
    Fails (ko): 날짜와 시각, 상대의 아이디와 사진, 방의 이름과 사람 수가 모두 함께 보이게 여러 장으로 나누어서 처음부터 끝까지 차례대로 캡처해 두세요.
    Passes (en): Capture the screen so that the date and the ID can be seen.
    Fails (en): See that the day and the time and the ID of him and his photo and the name of the room and all who are in it can be seen at once.
    """
    most = LONGEST[block.language]
    mend = Text(ko="문장을 나눠 주세요", en="split it into shorter sentences")
    for line in block.lines:
        for sentence in sentences(line.spoken):
            if (length := length_of(sentence, block.language)) > most:
                unit = f"{length}자" if block.language == "ko" else f"{length} words"
                yield Finding(line, f"{sentence[:24]}… ({unit})", mend)


_SHOUTING = re.compile(r"[!！]|[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B50\u2B55\uFE0F]")


def no_shouting(block: Block) -> Iterator[Finding]:
    """A calm voice: no exclamation marks, no emoji.

    Passes (ko): 지금 바로 도움을 받을 수 있어요.
    Fails (ko): 지금 바로 도움을 받을 수 있어요!
    Passes (en): Help is there for you now.
    Fails (en): Help is there for you now 💜
    """
    mend = Text(ko="느낌표와 그림 글자를 빼 주세요", en="take exclamation marks and emoji out")
    for line in block.lines:
        if match := _SHOUTING.search(line.ours):
            yield Finding(line, match[0], mend)


def _avoided(block: Block, patterns: tuple[Pattern, ...], mend: Text) -> Iterator[Finding]:
    """Each line's avoided words, looked for sentence by sentence, outside quotes."""
    fitting = [pattern for pattern in patterns if pattern.language == block.language]
    for line in block.lines:
        for sentence in sentences(line.ours):
            yield from (Finding(line, words, mend) for pattern in fitting if (words := pattern.found(sentence)))


def length_of(sentence: str, language: Language) -> int:
    """Letters of a Korean sentence, words of an English one."""
    return len(sentence) if language == "ko" else len(sentence.split())


def longest(written: Written, language: Language) -> tuple[int, str, Place] | None:
    """The longest sentence of a language, its length and place; None where there is none."""
    found = (
        (length_of(sentence, language), sentence, written.place(line.said.entry, *line.said.path))
        for block in blocks(written)
        if block.language == language
        for line in block.lines
        for sentence in sentences(line.spoken)
    )
    return max(found, key=lambda each: each[0], default=None)


def blocks(written: Written) -> Iterator[Block]:
    """All that is shown, cut into what is read together."""
    for entry in (*written.categories, *written.guides, *written.centers, *written.events, *written.false_numbers):
        shown = [said for said in said_in(entry) if not said.phrasing]
        for (around, language), group in groupby(sorted(shown, key=_order), key=lambda said: (_around(said), said.language)):
            guide = isinstance(entry.record, Guide) or (isinstance(entry.record, Event) and around == ("before",))
            yield Block(language, tuple(_line(said, written) for said in group), _centers(entry.record, around), guide)


def _order(said: Said) -> tuple[str, ...]:
    # Sorting is stable, so that the lines of a block keep the order of the file.
    return (*(str(part) for part in (*_around(said), "", "")[:2]), said.language)


def _around(said: Said) -> tuple[str | int, ...]:
    """What is read together with some words: their section, or their field."""
    return said.path[:2] if said.path[0] == "sections" else said.path[:1]


def _centers(record: object, around: tuple[str | int, ...]) -> tuple[str, ...]:
    if not isinstance(record, Guide):
        return ()
    return record.sections[int(around[1])].centers if around[0] == "sections" else record.centers


def _line(said: Said, written: Written) -> Line:
    part = said.path[2] if said.path[0] == "sections" else said.path[0]
    return Line(said, str(part), written.base.spoken(said.words, said.language))


WordingRule = Callable[[Block], Iterator[Finding]]

WORDING: tuple[WordingRule, ...] = (
    no_blame,
    no_orders,
    no_promises,
    safe_messaging,
    evidence_first,
    never_ignore,
    polite_ending,
    sentence_length,
    no_shouting,
)


def well_worded(written: Written) -> Iterator[Problem]:
    """Everything that is shown follows the rules of `WORDING`."""
    for block in blocks(written):
        for rule in WORDING:
            for finding in rule(block):
                yield _problem(rule, finding, written)


def _problem(rule: WordingRule, finding: Finding, written: Written) -> Problem:
    name = rule.__name__.replace("_", "-")
    why = (rule.__doc__ or name).partition("\n")[0].partition(":")[0]
    return Problem(
        written.place(finding.line.said.entry, *finding.line.said.path),
        name,
        "error",
        Text(ko=f"{_NAMES[name]}: “{finding.words}”", en=f"“{finding.words}” breaks the rule {name} ({why.rstrip('.')})"),
        finding.mend,
    )


_NAMES = {
    "no-blame": "탓하는 말이에요",
    "no-orders": "시키는 말이에요",
    "no-promises": "결과를 약속하는 말이에요",
    "safe-messaging": "죽음에 대해 조심해서 말해야 하는 곳이에요",
    "evidence-first": "화면을 남기기 전에 차단하거나 지우거나 나가는 말이에요",
    "never-ignore": "참고 넘기라는 말이에요",
    "polite-ending": "해요체로 끝나지 않아요",
    "sentence-length": "문장이 길어요",
    "no-shouting": "느낌표나 그림 글자가 있어요",
}
"""What each rule finds, as a sentence."""

RULES = (well_worded,)
