"""Reads a diary entry from free text: "my pain is 5 today", "worse after the bird-dog"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from knowledge import KnowledgeBase
from programme.diary import Entry, done_names
from programme.reading import durations, scores
from programme.reading.plain import one_of, plain, says
from programme.wording import day

# A number is a score only where the text speaks of pain, or is nothing but the number.
_OF_PAIN = re.compile(
    r"pain|score|ache|aching|sore|hurt|out of 10|out of ten|/ ?10|level|it was an? |it is an? |meant "
)
# "I meant 4, not 3"
_CORRECTED = re.compile(r"\bnot an? [0-9]+\b|\bnot [0-9]+\b")
_BARE = re.compile(r"[0-9]{1,2}(?:\.[0-9])?")
_NOT_DONE = re.compile(
    r"\b(?:did not|have not|could not|can not|cannot|skipped|missed|no exercises?|without)\b"
)
_AGO = re.compile(
    r"\bago\b|\byesterday\b|\blast night\b|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
)
_COUNTED = re.compile(r"[0-9]+ (?:sets?|reps?|times|rounds?|minutes?|mins?)\b")
MAX_NOTE = 500


def read_entry(kb: KnowledgeBase, text: str, today: date, plan_exercises: Sequence[str] = ()) -> Entry:
    """Return what the text notes; words without a score or an exercise are kept as a note.

    Args:
        plan_exercises: ids of the exercises of the person's plan: what "my exercises" are.
    """
    said = plain(kb, text)
    back = durations.days(kb, said, today) if _AGO.search(said) else 0
    named = named_exercises(kb, said)
    done = not _NOT_DONE.search(said) and bool(named or says(said, kb.programme.diary.done))
    rest = _CORRECTED.sub(" ", _COUNTED.sub(" ", said))
    of_pain = _OF_PAIN.search(rest) or _BARE.fullmatch(rest.strip())
    return Entry(
        date=today - timedelta(days=min(back or 0, 366)),
        score=scores.pain(kb, rest) if of_pain else None,
        note=" ".join(text.split())[:MAX_NOTE],
        exercises=tuple(named or plan_exercises) if done else (),
        done=done,
    )


def added(kb: KnowledgeBase, entries: Sequence[Entry], entry: Entry) -> list[Entry]:
    """Return the diary with an entry more; "I meant 4" takes the place of the last score of its day."""
    corrects = entry.score is not None and says(plain(kb, entry.note), kb.programme.diary.corrects)
    scored = [one for one in entries if one.date == entry.date and one.score is not None]
    wrong = scored[-1] if corrects and scored else None
    return [*(one for one in entries if one is not wrong), entry]


def named_exercises(kb: KnowledgeBase, said: str) -> list[str]:
    """Return the ids of the exercises named in plain text, in the order of the knowledge base."""
    names = dict(kb.names()["exercise"])
    for name_id, words in kb.programme.diary.exercise_words.items():
        names |= dict.fromkeys(words, name_id)
    pattern = one_of(tuple(form for name in names for form in (name, f"{name}s")))
    found = {re.sub(r"[\s-]+", " ", match[0]) for match in pattern.finditer(said)}
    ids = {re.sub(r"[\s-]+", " ", name): name_id for name, name_id in names.items()}
    hit = {ids.get(word) or ids.get(word.removesuffix("s")) for word in found}
    return [name for name in kb.exercises if name in hit]


def noted(kb: KnowledgeBase, entry: Entry) -> str:
    """Return what the assistant says after an entry; an exercise that made things worse is left out."""
    words = kb.programme.diary.words
    said = []
    if entry.score is not None:
        said.append(words["noted_score"].format(score=entry.score, date=day(kb, entry.date)))
    if entry.done:
        said.append(words["noted_done"].format(names=done_names(kb, entry)))
    note = plain(kb, entry.note)
    if says(note, kb.programme.diary.worse) and (named := named_exercises(kb, note)):
        names = ", ".join(kb.exercises[name].name for name in named)
        said.append(words["worse_after"].format(names=names))
    return " ".join(said) or words["noted_note"]
