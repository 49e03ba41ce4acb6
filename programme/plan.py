"""The home plan that follows from a person's answers, by fixed rules. Never a diagnosis."""

import math
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge import KnowledgeBase
from programme.answers import Answers
from programme.choosing import Chosen, LeftOut, choose
from programme.doses import seconds_a_day
from programme.suggestion import suggest
from programme.wording import ago, day


@dataclass(frozen=True)
class Plan:
    """A plan. `notes` say what to mind before the start; `minutes` is the time a day without walks."""

    answers: Answers
    made_on: date
    stage: int
    reason: str
    exercises: tuple[Chosen, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[str, ...]
    few: str | None
    minutes: int
    advice: tuple[str, ...]
    move_on_when: tuple[str, ...]
    stop_when: tuple[str, ...]
    review_on: date
    review: str


def make_plan(kb: KnowledgeBase, answers: Answers, today: date) -> Plan:
    """Return the plan for these answers.

    Args:
        today: the day the plan starts; the review is a week later.
    """
    rules = kb.programme.plan
    stage, reason = _stage(kb, answers)
    exercises, left_out = choose(kb, answers, stage)
    review_on = today + timedelta(days=rules.review_after_days)
    seconds = sum(seconds_a_day(kb, chosen.exercise, chosen.dose) for chosen in exercises)
    return Plan(
        answers=answers,
        made_on=today,
        stage=stage,
        reason=reason,
        exercises=tuple(exercises),
        left_out=tuple(left_out),
        notes=tuple(_notes(kb, answers, exercises)),
        few=_few(kb, len(exercises)),
        minutes=math.ceil(seconds / 60),
        advice=tuple(_advice(kb, answers, stage, exercises)),
        move_on_when=tuple(kb.stages[f"stage-{stage}"].move_on_when),
        stop_when=(*rules.stop_when, kb.wording.safety_line.strip()),
        review_on=review_on,
        review=rules.words["review"].format(date=day(kb, review_on)),
    )


def _stage(kb: KnowledgeBase, answers: Answers) -> tuple[int, str]:
    """Return the stage of the plan and why: the suggestion, or the person's choice beside it."""
    suggestion = suggest(kb, answers.pain, answers.days)
    if answers.stage in (None, suggestion.stage):
        return suggestion.stage, suggestion.reason
    words = kb.programme.plan.words
    reason = words["chosen"].format(
        stage=answers.stage, suggested=suggestion.stage, pain=answers.pain, ago=ago(kb, answers.days)
    )
    if answers.stage > suggestion.stage:
        reason += " " + words["chosen_higher"].format(suggested=suggestion.stage)
    return answers.stage, reason


def _notes(kb: KnowledgeBase, answers: Answers, exercises: list[Chosen]) -> list[str]:
    """Return what to mind before the start: strong pain, and for each rule-out whom to ask first."""
    words = kb.programme.plan.words
    order = [str(choice.value) for choice in kb.programme.question("rule_outs").choices]
    told = [name for name in order if name in answers.rule_outs]
    care = [
        kb.programme.fits[chosen.exercise.id].care[name]
        for chosen in exercises
        for name in told
        if name in kb.programme.fits[chosen.exercise.id].care
    ]
    strong = [words["red_zone"]] if answers.pain >= kb.programme.plan.share_from_pain else []
    return [*strong, *(words[name] for name in told), *care]


def _few(kb: KnowledgeBase, count: int) -> str | None:
    words = kb.programme.plan.words
    if count >= kb.programme.plan.fewest:
        return None
    return words["few_one"] if count == 1 else words["few"].format(n=count)


def _advice(kb: KnowledgeBase, answers: Answers, stage: int, exercises: list[Chosen]) -> list[str]:
    """Return the daily advice; walking is part of every plan."""
    words = kb.programme.plan.words
    walk = next(chosen.dose for chosen in exercises if chosen.dose.minutes)
    times = words["times_once" if walk.times_a_day == 1 else "times"].format(n=walk.times_a_day)
    return [
        advice.text.format(minutes=walk.minutes, times=times)
        for advice in kb.programme.plan.advice
        if answers.meet(advice.when, stage)
    ]
