"""What to say to people who do not write in English, and words of an emergency (`languages.yml`)."""

import re
import unicodedata
from typing import Any, Literal

from pydantic import validator

from knowledge.models import Id, Record, Text

ENGLISH = "en"
# What a message in another language may report: a danger to the body, or despair.
Danger = Literal["danger", "despair"]
# Accents of European letters; dot and nasal marks of Hindi ones, which many people do not type.
_MARKS = re.compile("[\u0300-\u036f\u0901\u0902\u093c\u200b-\u200f]")
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ß": "ss", "\u2019": "'", "\u2018": "'", "\u00b4": "'", "`": "'"}
)
_UP_TO_FOUR_WORDS = r"(?:\W+\S+){0,4}?\W+"


def fold(text: str) -> str:
    """Return the text in lower case without accents: "¿Español?" is "¿espanol?"."""
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.lower())).translate(_LETTERS)


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    """Return one expression for phrases; " ... " in them stands for up to four words."""
    spaced = (
        fold(phrase).replace(" ... ", _UP_TO_FOUR_WORDS).replace(" ", r"\W+") for phrase in phrases
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)") if phrases else re.compile(r"(?!)")


class Language(Record):
    """One language. {emergency} in the sentences stands for the numbers to call."""

    id: Id
    name: Text
    labels: list[Text]
    words: list[Text]
    only_english: Text
    help: Text
    if_english: Text | None = None
    danger_reply: Text | None = None
    despair_reply: Text | None = None
    danger: list[Text] = []
    despair: list[Text] = []

    @validator("help", "danger_reply", "despair_reply")
    def _names_the_numbers(cls, value: str | None) -> str | None:
        if value and value.count("{emergency}") != 1:
            raise ValueError("needs {emergency} once, for the numbers to call")
        return value

    @validator("danger", "despair")
    def _valid_patterns(cls, value: list[str]) -> list[str]:
        for phrase in value:
            try:
                _pattern([phrase])
            except re.error as error:
                raise ValueError(f"{phrase!r} is no regular expression: {error}") from error
        return value


class DangerWords:
    """The words of an emergency in all languages, compiled."""

    def __init__(self, languages: dict[str, Language]) -> None:
        """Compile the phrases of each language; despair comes first."""
        kinds: tuple[Danger, ...] = ("despair", "danger")
        self._patterns = {
            code: [(kind, _pattern(getattr(language, kind))) for kind in kinds]
            for code, language in languages.items()
        }

    def find(self, text: str) -> dict[str, Danger]:
        """Return which languages name an emergency in a text, and what kind of it."""
        plain = fold(text)
        found: dict[str, Danger] = {}
        for code, patterns in self._patterns.items():
            kind = next((kind for kind, pattern in patterns if pattern.search(plain)), None)
            if kind:
                found[code] = kind
        return found


def check(languages: list[Language]) -> list[str]:
    """Return a line for each language that is there twice or lacks what it needs."""
    codes = [language.id for language in languages]
    errors = [
        f"languages.yml, {code}: the id is used twice"
        for code in {c for c in codes if codes.count(c) > 1}
    ]
    english = next((language for language in languages if language.id == ENGLISH), None)
    if english is None or not english.if_english:
        errors.append(f"languages.yml: a record {ENGLISH!r} with if_english is needed")
    for language in languages:
        needed = ("danger", "despair", "danger_reply", "despair_reply") if language.id != ENGLISH else ()
        errors += [
            f"languages.yml, {language.id}, {key}: is missing"
            for key in needed
            if not getattr(language, key)
        ]
    return errors


def sentences(language: Language, numbers: str, danger: Danger | None = None) -> str:
    """Return what to say in a language: only English here, whom to call, see a doctor.

    Args:
        language: of the person.
        numbers: the emergency numbers, "911 / 999 / 112".
        danger: the kind of emergency that was named; whom to call then comes first.
    """
    urgent = (language.danger_reply, language.despair_reply)[danger == "despair"] if danger else None
    if urgent:
        return f"{urgent.format(emergency=numbers)}\n{language.only_english}"
    return f"{language.only_english} {language.help.format(emergency=numbers)}"


def reply(
    languages: dict[str, Language], code: str | None, numbers: str, danger: Danger | None = None
) -> dict[str, Any]:
    """Return a Rasa response (`text`, `custom`) to a message that is not in English.

    Args:
        languages: by code; one that is not among them is answered in English.
        code: the language of the message, None if it is some other than English.
        numbers: see `sentences`.
        danger: see `sentences`.
    """
    language = languages.get(code or ENGLISH, languages[ENGLISH])
    text = sentences(language, numbers, danger)
    return {
        "text": text if danger else f"{text}\n{languages[ENGLISH].if_english}",
        "custom": {
            "type": "out_of_scope",
            "topic": "out_of_scope/language",
            "kind": "language",
            "language": code,
            "lang": language.id,
        },
    }
