"""How much of an exercise: the gentle starting dose, less of it on strong pain, and its timer."""

import math
from typing import Any

from knowledge import KnowledgeBase
from knowledge.models import Dose, Exercise
from programme.answers import Answers


def fitted_dose(kb: KnowledgeBase, exercise: Exercise, answers: Answers, stage: int) -> Dose:
    """Return the dose for these answers: a share of it on strong pain, walks by stage."""
    rules = kb.programme.plan
    if exercise.dose.minutes:
        walk = next(walk for walk in rules.walks if answers.meet(walk.when, stage))
        return exercise.dose.copy(update={"minutes": walk.minutes, "times_a_day": walk.times_a_day})
    if answers.pain < rules.share_from_pain:
        return exercise.dose
    less = {
        key: max(1, math.ceil(value * rules.share))
        for key in ("hold_seconds", "repetitions")
        if (value := getattr(exercise.dose, key))
    }
    return exercise.dose.copy(update={**less, "sets": exercise.dose.sets and 1})


def timer(kb: KnowledgeBase, exercise: Exercise, dose: Dose) -> dict[str, Any]:
    """Return what a guided timer counts: holds, rests, repetitions and sides, or minutes as a whole.

    Where nothing is held, `hold_seconds` is the time of one slow repetition and `moving` is true.
    `sides` is empty where both sides work at once.
    """
    if dose.minutes:
        return {"minutes": dose.minutes}
    moving = not dose.hold_seconds
    return {
        "hold_seconds": dose.hold_seconds or kb.programme.fits[exercise.id].seconds_each,
        "rest_seconds": 0 if moving else kb.programme.plan.rest_seconds,
        "repetitions": dose.repetitions or 1,
        "sets": dose.sets or 1,
        "sides": ["left", "right"] if dose.each_side else [],
        "moving": moving,
    }


def seconds_a_day(kb: KnowledgeBase, exercise: Exercise, dose: Dose) -> int:
    """Return the time an exercise takes in a day, with getting ready. Walks come on top: 0."""
    if dose.minutes:
        return 0
    count = timer(kb, exercise, dose)
    one = (count["hold_seconds"] + count["rest_seconds"]) * count["repetitions"]
    session = one * count["sets"] * max(len(count["sides"]), 1) + kb.programme.plan.setup_seconds
    return session * (dose.times_a_day or 1)
