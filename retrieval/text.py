"""Korean and English as people type them, made comparable: pure functions over text, no model and no files."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Literal

QuestionLanguage = Literal["ko", "en", "other"]

QUESTION_LENGTH = 4000
"""Characters of a question that are read; a longer text is answered by its beginning."""

_HANGUL = re.compile(r"[가-힣]")
_LATIN_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_NOT_LETTERS = re.compile("[^\u3131-\u318e]+")
"""Runs without separate Korean letters: NFKC would turn those into a form that no keyboard types."""
_REPEATED = re.compile(r"(.)\1{2,}", re.DOTALL)
_SPACE = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"(?<=[.!?…。])\s+|\n+")

# Compatibility jamo in the order in which a Hangul syllable counts them.
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_JOINED_VOWELS = {"ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ"}
_JOINED_FINALS = {
    "ㄱㅅ": "ㄳ",
    "ㄴㅈ": "ㄵ",
    "ㄴㅎ": "ㄶ",
    "ㄹㄱ": "ㄺ",
    "ㄹㅁ": "ㄻ",
    "ㄹㅂ": "ㄼ",
    "ㄹㅅ": "ㄽ",
    "ㄹㅌ": "ㄾ",
    "ㄹㅍ": "ㄿ",
    "ㄹㅎ": "ㅀ",
    "ㅂㅅ": "ㅄ",
}
# The two-set Korean keyboard: what each Latin key writes, lower and upper case.
_KEYS = dict(zip("qwertyuiopasdfghjklzxcvbnm", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", strict=True))
_SHIFTED_KEYS = {"Q": "ㅃ", "W": "ㅉ", "E": "ㄸ", "R": "ㄲ", "T": "ㅆ", "O": "ㅒ", "P": "ㅖ"}
_LAYOUT_LEFTOVERS = 0.15
"""Largest share of jamo left alone in a text that was meant to be Korean."""

_ROMAN_SYLLABLE = re.compile(
    r"(?:kk|tt|pp|ss|jj|ch|sh|[bcdghjkmnprstwy])?(?:yae|yeo|wae|eui|ae|ya|eo|oo|ye|wa|oe|yo|wo|we|wi|yu|eu|ui|ee|[aeiou])"
    r"(?:ng|kk|ss|[bdgklmnprtsh])??"
)
_ROMAN_WORD = re.compile(rf"(?:{_ROMAN_SYLLABLE.pattern})+")


_FOREIGN_WORDS = frozenset(
    [
        "que",
        "mi",
        "mis",
        "el",
        "la",
        "los",
        "las",
        "una",
        "uno",
        "por",
        "para",
        "con",
        "como",
        "yo",
        "hay",
        "esta",
        "fotos",
        "foto",
        "je",
        "suis",
        "mes",
        "les",
        "des",
        "une",
        "est",
        "ich",
        "und",
        "nicht",
        "mein",
        "meine",
        "saya",
        "aku",
        "tidak",
        "yang",
        "di",
        "ini",
        "itu",
        "dan",
        "untuk",
        "ada",
        "apa",
        "bagaimana",
        "tolong",
        "toi",
        "cua",
        "khong",
        "bi",
        "lam",
        "anh",
        "chi",
        "la",
        "gi",
        "ang",
        "ng",
        "mga",
        "ako",
        "ko",
        "po",
        "sa",
        "naman",
        "hindi",
        "paano",
        "ano",
        "meni",
        "mening",
        "men",
        "mne",
        "moi",
        "kak",
        "chto",
        "jag",
        "och",
        "mijn",
        "een",
        "het",
        "dari",
        "kami",
        "orang",
        "ke",
        "dengan",
    ]
)
"""Frequent words of languages that women in Korea write in Latin letters without being English."""


def normalise(text: str) -> str:
    """The text as search compares it: NFKC, lower case, jamo joined, repeats and white space shortened, layout mended.

    Reads at most `QUESTION_LENGTH` characters.
    """
    text = _NOT_LETTERS.sub(lambda run: unicodedata.normalize("NFKC", run[0]), _INVISIBLE.sub("", text[:QUESTION_LENGTH]))
    text = "".join(" " if unicodedata.category(letter) in ("Cc", "Co", "Cs", "Zl", "Zp") else letter for letter in text)
    text = _REPEATED.sub(r"\1\1", _SPACE.sub(" ", text)).strip()
    return join_jamo(from_english_layout(text).lower())


def sentences(text: str) -> list[str]:
    """The sentences of a normalised or raw text, none empty."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]


def language_of(text: str) -> QuestionLanguage:
    """The language a question is written in; `other` where it is neither Korean (however typed) nor English.

    Text without letters counts as Korean.
    """
    text = normalise(text)
    letters = [letter for letter in text if letter.isalpha()]
    if not letters:
        return "ko"
    korean = sum("가" <= letter <= "힣" or "ㄱ" <= letter <= "ㅣ" for letter in letters)
    latin = sum("a" <= letter <= "z" for letter in letters)
    if korean >= 0.15 * len(letters):
        return "ko"
    if korean + latin < 0.93 * len(letters):
        return "other"
    return _latin_language(_LATIN_WORD.findall(text))


def is_romanised(text: str) -> bool:
    """Whether a normalised text is Korean spelled in Latin letters: `dipeikeu dang haesseoyo`."""
    words = _LATIN_WORD.findall(text)
    return bool(words) and not _HANGUL.search(text) and _latin_language(words) == "ko"


def _latin_language(words: list[str]) -> QuestionLanguage:
    unknown = [word for word in words if word.split("'")[0] not in english_words()]
    known_share = 1 - sum(map(len, unknown)) / max(1, sum(map(len, words)))
    if known_share < 0.5:
        roman = sum(len(word) for word in unknown if _looks_romanised(word))
        if roman >= max(4, 0.7 * sum(map(len, unknown))):
            return "ko"
    foreign = sum(word in _FOREIGN_WORDS for word in words)
    return "other" if foreign >= 2 and known_share < 0.7 else "en"


def _looks_romanised(word: str) -> bool:
    return bool(_ROMAN_WORD.fullmatch(word)) and bool(re.search(r"eo|eu|ae|yeo|ya|yo|hae|[aeiou]$|ng$|[nmk]$", word))


@cache
def english_words() -> frozenset[str]:
    """Common English words, to tell English from Korean typed with Latin keys."""
    return frozenset(files("retrieval").joinpath("english_words.txt").read_text("utf-8").split())


def from_english_layout(text: str) -> str:
    """The text with Korean that was typed on the English layout put right: `elqvpdlzm` is 딥페이크.

    A text without Hangul is taken as a whole, else word by word; English words stay as they are.
    """
    if not re.search("[A-Za-z]{3}", text):
        return text
    if not _HANGUL.search(text):
        return _as_korean(text) if _was_korean(text) else text
    return re.sub(r"[A-Za-z]{4,}", lambda word: _as_korean(word[0]) if _was_korean(word[0]) else word[0], text)


def _was_korean(text: str) -> bool:
    words = re.findall("[A-Za-z]+", text)
    english = sum(len(word) for word in words if len(word) > 2 and word.lower() in english_words())
    if english > 0.25 * sum(map(len, words)):
        return False
    decoded = _as_korean(text)
    syllables = len(_HANGUL.findall(decoded))
    leftovers = sum("ㄱ" <= letter <= "ㅣ" for letter in decoded)
    return syllables >= 2 and leftovers <= _LAYOUT_LEFTOVERS * (syllables + leftovers)


def _as_korean(text: str) -> str:
    typed = (_SHIFTED_KEYS.get(key) or _KEYS.get(key.lower(), key) for key in text)
    return join_jamo("".join(typed))


def join_jamo(text: str) -> str:
    """Runs of separate letters joined to syllables as a Korean keyboard would: ㄷㅣㅂㅍㅔ is 딥페; ㅋㅋ and ㅠㅠ stay."""
    out: list[str] = []
    at = 0
    while at < len(text):
        syllable, used = _syllable_at(text, at)
        out.append(syllable)
        at += used
    return "".join(out)


def _syllable_at(text: str, at: int) -> tuple[str, int]:
    """The syllable that starts at a place, or the single letter there, and how many letters it used."""
    if text[at] not in _INITIALS or at + 1 >= len(text) or text[at + 1] not in _VOWELS:
        return text[at], 1
    vowel, used = text[at + 1], 2
    if joined := _JOINED_VOWELS.get(text[at + 1 : at + 3]):
        vowel, used = joined, 3
    final = _final_at(text, at + used)
    code = (_INITIALS.index(text[at]) * 21 + _VOWELS.index(vowel)) * 28 + _FINALS.index(final)
    return chr(0xAC00 + code), used + (2 if final in _JOINED_FINALS.values() and text[at + used] != final else bool(final))


def _final_at(text: str, at: int) -> str:
    """The closing consonant at a place: none if the next syllable needs it as its first."""

    def opens(place: int) -> bool:
        return place + 1 < len(text) and text[place] in _INITIALS and text[place + 1] in _VOWELS

    if at >= len(text) or text[at] not in _FINALS or opens(at):
        return ""
    joined = _JOINED_FINALS.get(text[at : at + 2])
    return joined if joined and not opens(at + 1) else text[at]


def terms(text: str) -> list[str]:
    """The lexical terms of a normalised text: Latin words and numbers whole, Hangul in pairs and threes of syllables.

    Pairs of syllables find a stem under any ending without a morphological analyser.
    """
    found: list[str] = []
    for run in re.findall(r"[가-힣ㄱ-ㅣ]+|[a-z0-9']+", text):
        if run[0] < "\u1100":
            found += _latin_terms(run)
        else:
            found += [run[at : at + size] for size in (1, 2, 3) for at in range(len(run) - size + 1) if size > 1 or len(run) == 1]
    return found


def _latin_terms(word: str) -> list[str]:
    word = word.strip("'").removesuffix("'s").replace("'", "")
    for suffix in ("ing", "ed", "es", "s"):
        if len(word) > len(suffix) + 3 and word.endswith(suffix):
            return [word, word.removesuffix(suffix)]
    return [word] if word else []
