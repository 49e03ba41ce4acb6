"""The pain and activity diary: entries, trend, and what fixed rules propose (`diary.yml`)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import mean
from typing import Any

from knowledge import KnowledgeBase
from knowledge.answers import bullets
from knowledge.programme import DiaryRule
from programme.wording import day

WEEK = 7
# A change of less than one point is no trend.
_TREND = 1.0


@dataclass(frozen=True)
class Entry:
    """What a person noted: a day, pain 0 to 10 where given, own words, exercises by id.

    `done` is true where exercises were done, also where they were not named.
    """

    date: date
    score: int | None = None
    note: str = ""
    exercises: tuple[str, ...] = ()
    done: bool = False

    def as_point(self) -> dict[str, Any]:
        """Return the entry as JSON data, for a slot, the payload and the export."""
        return {
            "date": self.date.isoformat(),
            "score": self.score,
            "note": self.note,
            "exercises": list(self.exercises),
            "done": self.done,
        }

    @classmethod
    def from_point(cls, point: dict[str, Any]) -> "Entry":
        """Return the entry that `as_point` wrote.

        Raises:
            KeyError, ValueError: it is not such data.
        """
        return cls(
            date=date.fromisoformat(point["date"]),
            score=point["score"],
            note=point["note"],
            exercises=tuple(point["exercises"]),
            done=point["done"],
        )


@dataclass(frozen=True)
class Change:
    """What the rules propose: "up", "same", "down" or "none", why, and by which rule."""

    change: str
    why: str
    rule: str


def propose(kb: KnowledgeBase, entries: Iterable[Entry], today: date) -> Change:
    """Return what the first rule that holds proposes. A day counts with its highest score."""
    entries = list(entries)
    for rule in kb.programme.diary.rules:
        count = _count(rule, entries, today)
        if count >= rule.at_least:
            return Change(rule.change, rule.why.format(count=count), rule.id)
    raise ValueError("the last rule of diary.yml must hold for everybody")


def day_scores(entries: Iterable[Entry]) -> dict[date, int]:
    """Return the highest score of each day with one, oldest first."""
    scores: dict[date, list[int]] = defaultdict(list)
    for entry in entries:
        if entry.score is not None:
            scores[entry.date].append(entry.score)
    return {when: max(scores[when]) for when in sorted(scores)}


def days_done(entries: Iterable[Entry]) -> set[date]:
    """Return the days with exercises done."""
    return {entry.date for entry in entries if entry.done}


def trend(kb: KnowledgeBase, entries: Iterable[Entry]) -> str:
    """Return in words where the pain went: the older half of the days with a score against the newer."""
    words = kb.programme.diary.words
    scores = list(day_scores(entries).values())[-2 * WEEK :]
    half = len(scores) // 2
    if half < 2:
        return words["trend_none"]
    before, after = mean(scores[:half]), mean(scores[half:])
    key = "same" if abs(after - before) < _TREND else "down" if after < before else "up"
    return words[f"trend_{key}"].format(before=round(before), after=round(after))


def summary(kb: KnowledgeBase, entries: Iterable[Entry], today: date) -> str:
    """Return the last week in words: days noted, exercises, last score, trend."""
    entries = sorted(entries, key=lambda entry: entry.date)
    words = kb.programme.diary.words
    if not entries:
        return words["empty"]
    week = [entry for entry in entries if _within(entry.date, today, WEEK)]
    scored = len(day_scores(week))
    said = [words["no_days" if not scored else "day" if scored == 1 else "days"].format(n=scored)]
    if done := len(days_done(week)):
        said.append(words["done"].format(n=done))
    scores = day_scores(entries)
    if scores:
        last = max(scores)
        said.append(words["latest"].format(score=scores[last], date=day(kb, last)))
    return " ".join([*said, trend(kb, entries)])


def diary_text(kb: KnowledgeBase, entries: Iterable[Entry], today: date) -> str:
    """Return the summary, what the rules propose and why."""
    entries = list(entries)
    words = kb.programme.diary.words
    if not entries:
        return words["empty"]
    why = propose(kb, entries, today).why
    return "\n\n".join([summary(kb, entries, today), f"{why} {words['guide']}", words["see_doctor"]])


def diary_payload(kb: KnowledgeBase, entries: Iterable[Entry], today: date) -> dict[str, Any]:
    """Return the `diary` payload, points oldest first."""
    entries = sorted(entries, key=lambda entry: entry.date)
    change = propose(kb, entries, today)
    return {
        "type": "diary",
        "topic": "diary",
        "points": [entry.as_point() for entry in entries],
        "summary": summary(kb, entries, today),
        "advice": {"change": change.change, "why": change.why},
    }


def last_week(kb: KnowledgeBase, entries: Iterable[Entry], today: date) -> str:
    """Return the answer to "what did I do last week?": the last 7 days, day by day."""
    words = kb.programme.diary.words
    first = today - timedelta(days=WEEK - 1)
    dates = {"first": day(kb, first), "last": day(kb, today)}
    week = sorted((e for e in entries if first <= e.date <= today), key=lambda entry: entry.date)
    if not week:
        return words["week_empty"].format(**dates)
    return f"{words['week'].format(**dates)}\n{bullets([entry_text(kb, entry) for entry in week])}"


def entry_text(kb: KnowledgeBase, entry: Entry) -> str:
    """Return one entry in words: "20 November 2026: pain 5, did Walking"."""
    words = kb.programme.diary.words
    said = []
    if entry.score is not None:
        said.append(words["entry_score"].format(score=entry.score))
    if entry.done:
        said.append(words["entry_done"].format(names=done_names(kb, entry)))
    if entry.note:
        said.append(words["entry_note"].format(note=entry.note))
    return words["entry"].format(date=day(kb, entry.date), said=", ".join(said))


def done_names(kb: KnowledgeBase, entry: Entry) -> str:
    """Return the exercises of an entry by name."""
    names = [kb.exercises[name].name for name in entry.exercises if name in kb.exercises]
    return ", ".join(names) or kb.programme.diary.words["plan_exercises"]


def _count(rule: DiaryRule, entries: list[Entry], today: date) -> int:
    done = days_done(entries)
    return sum(
        _within(when, today, rule.days) and rule.score.holds(score) and (when in done or not rule.done)
        for when, score in day_scores(entries).items()
    )


def _within(when: date, today: date, days: int) -> bool:
    return 0 <= (today - when).days < days
