"""One answer to one question, read from free text."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from knowledge import KnowledgeBase
from knowledge.programme import Choice, Question
from programme.reading import choices, durations, scores
from programme.reading.plain import plain, says


@dataclass(frozen=True)
class Unclear:
    """An answer that could not be read: what to say, and the choices to offer."""

    ask: str
    choices: tuple[Choice, ...]


def read(kb: KnowledgeBase, question_id: str, text: str, today: date) -> Any | Unclear:
    """Return the answer to a question of the form, or `Unclear`.

    Args:
        question_id: an id of `questions.yml`.
        text: what was typed, or the title of the button that was pressed.
        today: the person's date, for "since March".

    Returns:
        By kind of question: "no", "yes" or "unsure" (safety); 0 to 10 (pain); days (duration); a list
        of values (several); minutes a day; "floor", "chair" or "both" (place); 1 to 4 or "suggested".
    """
    question = kb.programme.question(question_id)
    said = plain(kb, text)
    for choice in question.choices:
        if said == choice.title.lower():
            return _value(question, choice)
    found = _read(kb, question, said, today)
    if found is not None:
        return found
    reading = kb.programme.reading
    if question.unsure is not None and says(said, reading.unsure):
        return question.unsure
    if question.default is not None and says(said, reading.skip):
        return question.default
    return Unclear(question.ask_again, _near(kb, question, said))


def wants_plan_now(kb: KnowledgeBase, text: str) -> bool:
    """Return whether the person wants no more questions: "just make the plan"."""
    return says(plain(kb, text), kb.programme.reading.plan_now)


def _read(kb: KnowledgeBase, question: Question, said: str, today: date) -> Any:
    kind = question.kind
    if kind == "safety":
        return choices.safety(kb, said)
    if kind == "pain":
        return scores.pain(kb, said)
    if kind == "duration":
        return durations.days(kb, said, today)
    if kind == "several":
        return choices.several(kb, question, said)
    if kind == "minutes":
        return scores.minutes(kb, said)
    if kind == "place":
        return choices.place(kb, question, said)
    return scores.stage(kb, said) or _suggestion(kb, said)


def _suggestion(kb: KnowledgeBase, said: str) -> str | None:
    taken = says(said, kb.programme.reading.suggestion) and not says(said, ["no", "not", "do not"])
    return "suggested" if taken else None


def _value(question: Question, choice: Choice) -> Any:
    if question.kind == "several":
        return [] if choice.value == choices.NONE else [choice.value]
    return choice.value


def _near(kb: KnowledgeBase, question: Question, said: str) -> tuple[Choice, ...]:
    """Return the choices that a vague answer may mean, else all."""
    likely = scores.likely_pain(kb, said) if question.kind == "pain" else []
    return tuple(choice for choice in question.choices if not likely or choice.value in likely)
