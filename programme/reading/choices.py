"""Choices named in free text, with what is denied left out: "pregnant, and no heart trouble"."""

import re

from knowledge import KnowledgeBase
from knowledge.programme import Question
from programme.reading.plain import one_of, says

NONE = "none"
_SENTENCE = re.compile(r"[.;!?\n]+(?:\s|$)")
# "I have none" and "I am fine" deny, though "I have" and "I am" affirm.
_I_DENY = re.compile(r"\bi (?:have|am|do|can) (?:not|none|no|nothing|never|fine|ok|okay|good|well)\b")
_NO_PROBLEM = re.compile(r"\bno (?:problems?|issues?|worries|trouble)\b")
_NEITHER_LIST = re.compile(r"\b(?:or|nor)\b")


def named(kb: KnowledgeBase, question: Question, text: str) -> tuple[list[str], list[str]]:
    """Return the values said to be true and those said not to be, in the order of the question.

    Args:
        question: one with words for its choices.
        text: plain text.
    """
    said: set[str] = set()
    denied: set[str] = set()
    for clause, negated in _clauses(kb, text):
        for choice in question.choices:
            words = (str(choice.value), choice.title.lower(), *choice.words)
            for match in one_of(words).finditer(clause):
                no = negated or _negated_before(kb, clause[: match.start()])
                (denied if no else said).add(str(choice.value))
    order = [str(choice.value) for choice in question.choices]
    return [v for v in order if v in said], [v for v in order if v in denied - said]


def several(kb: KnowledgeBase, question: Question, text: str) -> list[str] | None:
    """Return the values that are said, an empty list for "none of them", or None where it is unclear."""
    reading = kb.programme.reading
    said, denied = named(kb, question, one_of(tuple(reading.unable)).sub(" ", text))
    found = [value for value in said if value != NONE]
    if found:
        return found
    if says(text, reading.all) and not says(text, reading.negators):
        return [str(c.value) for c in question.choices if c.value != NONE]
    if NONE in said or says(text, reading.none):
        return []
    everything = len([c for c in question.choices if c.value != NONE])
    return [] if len(denied) == everything else None


def place(kb: KnowledgeBase, question: Question, text: str) -> str | None:
    """Return "floor", "chair" or "both", or None. A bare "yes" means that the floor is possible."""
    reading = kb.programme.reading
    text = _NO_PROBLEM.sub("yes", _I_DENY.sub("no", text))
    said, denied = named(kb, question, text)
    if "floor" in denied or says(text, reading.no_floor):
        return "chair"
    if "chair" in denied:
        return "floor"
    if "both" in said or {"floor", "chair"} <= set(said):
        return "both"
    yes, no = says(text, reading.affirmed), says(text, reading.denied)
    if said:
        return "both" if yes and said == ["floor"] else said[0]
    if says(text, reading.unsure) or yes == no:
        return None
    return "both" if yes else "chair"


def safety(kb: KnowledgeBase, text: str) -> str | None:
    """Return "no", "yes" or "unsure", or None. In "no, but ..." a sign may follow: that is unsure."""
    reading = kb.programme.reading
    if says(text, reading.unsure):
        return "unsure"
    text = _I_DENY.sub("no", text)
    yes, no = says(text, reading.affirmed), says(text, reading.denied)
    if no and (yes or says(text, reading.limits)):
        return "unsure"
    return "yes" if yes else "no" if no else None


def _clauses(kb: KnowledgeBase, text: str) -> list[tuple[str, bool]]:
    """Return the parts of a text that a "no" reaches over, and whether they stand in a list after one.

    "No surgery, dizziness or falls" denies all three; "no surgery, dizziness" leaves the second open.
    """
    but = one_of(tuple(kb.programme.reading.but))
    found = []
    for part in (p for sentence in _SENTENCE.split(text) for p in but.split(sentence)):
        pieces = part.split(",")
        for index, piece in enumerate(pieces):
            before, rest = ",".join(pieces[:index]), ",".join(pieces[index:])
            listed = bool(_NEITHER_LIST.search(rest)) and _negated_before(kb, before, anywhere=True)
            found.append((piece, listed))
    return found


def _negated_before(kb: KnowledgeBase, before: str, anywhere: bool = False) -> bool:
    matches = list(one_of(tuple(kb.programme.reading.negators)).finditer(before))
    if not matches:
        return False
    # A lone "no" before a comma answers the question; it denies nothing in particular.
    return not anywhere or before.strip() not in ("no", "not")
