"""How people's typing differs from the page: noise for training, drawn from a seeded generator."""

from __future__ import annotations

import random
import re

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_ROMAN_INITIALS = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"]
_ROMAN_VOWELS = [
    *["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu"],
    *["eu", "ui", "i"],
]
_ROMAN_FINALS = [
    *["", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "l", "l", "m", "p", "p", "t", "t", "ng"],
    *["t", "t", "k", "t", "p", "t"],
]
_LOOSE_ROMAN = [
    ("eo", "u"),
    ("eo", "o"),
    ("eu", "u"),
    ("wo", "weo"),
    ("yeo", "yo"),
    ("i", "ee"),
    ("u", "oo"),
    ("g", "k"),
    ("d", "t"),
]
_ROMAN_CHANCE = 0.25
"""How often each loose spelling is used in a romanised text."""

_NEAR_KEYS = {
    "q": "wa",
    "w": "qe",
    "e": "wr",
    "r": "et",
    "t": "ry",
    "y": "tu",
    "u": "yi",
    "i": "uo",
    "o": "ip",
    "p": "o",
    "a": "sq",
    "s": "ad",
    "d": "sf",
    "f": "dg",
    "g": "fh",
    "h": "gj",
    "j": "hk",
    "k": "jl",
    "l": "k",
    "z": "x",
    "x": "zc",
    "c": "xv",
    "v": "cb",
    "b": "vn",
    "n": "bm",
    "m": "n",
}
_SOUND_ALIKE = {
    "ㅐ": "ㅔ",
    "ㅔ": "ㅐ",
    "ㅆ": "ㅅ",
    "ㅖ": "ㅔ",
    "ㅒ": "ㅐ",
    "ㅢ": "ㅣ",
    "ㅚ": "ㅙ",
    "ㅙ": "ㅚ",
    "ㅘ": "ㅏ",
    "ㄲ": "ㄱ",
    "ㅎ": "ㅇ",
}


def typed_badly(text: str, chance: random.Random) -> str:
    """The text with one to several slips: letters swapped, lost, doubled or alike in sound, spaces lost."""
    for _ in range(1 + int(chance.random() * max(2, len(text) / 12))):
        text = chance.choice(_SLIPS)(text, chance)
    return text


def without_spaces(text: str, chance: random.Random) -> str:
    """The text with all spaces gone (some kept, in one of four)."""
    if chance.random() < 0.75:
        return text.replace(" ", "")
    return "".join(letter for letter in text if letter != " " or chance.random() < 0.4)


def romanised(text: str, chance: random.Random) -> str:
    """Korean spelled in Latin letters, loosely, as people do without a Korean keyboard."""
    spelled = "".join(map(_roman, text))
    for strict, loose in _LOOSE_ROMAN:
        if chance.random() < _ROMAN_CHANCE:
            spelled = spelled.replace(strict, loose)
    return spelled


def shortened(text: str, chance: random.Random) -> str:
    """A few words of the text, as one types in haste."""
    words = text.split()
    if len(words) < 3:
        return text
    keep = chance.randint(max(1, len(words) // 3), len(words) - 1)
    start = chance.randint(0, len(words) - keep)
    return " ".join(words[start : start + keep])


def _lose_letter(text: str, chance: random.Random) -> str:
    at = chance.randrange(max(1, len(text)))
    return text[:at] + text[at + 1 :] if len(text) > 3 else text


def _swap_letters(text: str, chance: random.Random) -> str:
    if len(text) < 4:
        return text
    at = chance.randrange(len(text) - 1)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _lose_space(text: str, chance: random.Random) -> str:
    spaces = [match.start() for match in re.finditer(" ", text)]
    if not spaces:
        return text
    at = chance.choice(spaces)
    return text[:at] + text[at + 1 :]


def _change_letter(text: str, chance: random.Random) -> str:
    if not text:
        return text
    at = chance.randrange(len(text))
    return text[:at] + _slipped(text[at], chance) + text[at + 1 :]


def _slipped(letter: str, chance: random.Random) -> str:
    if letter in _NEAR_KEYS:
        return chance.choice([chance.choice(_NEAR_KEYS[letter]), letter * 2, ""])
    if not "가" <= letter <= "힣":
        return letter
    initial, vowel, final = _parts(letter)
    kind = chance.random()
    if kind < 0.35:
        vowel = _VOWELS.index(_SOUND_ALIKE.get(_VOWELS[vowel], chance.choice(_VOWELS)))
    elif kind < 0.55:
        initial = _INITIALS.index(_SOUND_ALIKE.get(_INITIALS[initial], chance.choice(_INITIALS)))
    elif kind < 0.85:
        final = 0 if final else chance.choice([4, 8, 16, 17, 19, 20, 21])
    else:
        return _INITIALS[initial] + _VOWELS[vowel]
    return chr(0xAC00 + (initial * 21 + vowel) * 28 + final)


def _parts(syllable: str) -> tuple[int, int, int]:
    code = ord(syllable) - 0xAC00
    return code // 588, code % 588 // 28, code % 28


def _roman(letter: str) -> str:
    if not "가" <= letter <= "힣":
        return letter
    initial, vowel, final = _parts(letter)
    return _ROMAN_INITIALS[initial] + _ROMAN_VOWELS[vowel] + _ROMAN_FINALS[final]


_SLIPS = (_lose_letter, _swap_letters, _lose_space, _change_letter, _change_letter, _change_letter)
