"""Answers to follow-up questions about one exercise: "how long do I hold it?", "an easier version?"."""

from collections.abc import Callable

from knowledge import answers
from knowledge.base import KnowledgeBase
from knowledge.models import Exercise


def _hold(exercise: Exercise, kb: KnowledgeBase) -> str:
    held = answers.hold(exercise.dose, kb.wording) or kb.wording.details["no_hold"]
    return answers.sentences(held, exercise.dose_note)


def _repetitions(exercise: Exercise, kb: KnowledgeBase) -> str:
    counted = answers.repetitions(exercise.dose, kb.wording) or kb.wording.details["no_repetitions"]
    return answers.sentences(counted, answers.hold(exercise.dose, kb.wording), exercise.dose_note)


def _frequency(exercise: Exercise, kb: KnowledgeBase) -> str:
    often = answers.frequency(exercise.dose, kb.wording)
    return answers.sentences(
        often, exercise.dose_note, kb.wording.details["most_days"], exercise.build_up
    )


def _sides(exercise: Exercise, kb: KnowledgeBase) -> str:
    sided = kb.wording.details["both_sides" if exercise.dose.each_side else "no_sides"]
    return answers.sentences(sided, exercise.dose_note)


def _mistakes(exercise: Exercise, kb: KnowledgeBase) -> str:
    return f"{kb.wording.details['mistakes']}\n{answers.bullets(exercise.mistakes)}"


def _equipment(exercise: Exercise, kb: KnowledgeBase) -> str:
    if not exercise.equipment:
        return kb.wording.details["no_equipment"]
    return kb.wording.details["equipment"].format(things=", ".join(exercise.equipment))


# Asks for the whole exercise once more.
STEPS = "steps"
ASPECTS: dict[str, Callable[[Exercise, KnowledgeBase], str]] = {
    "hold": _hold,
    "repetitions": _repetitions,
    "frequency": _frequency,
    "progress": lambda exercise, kb: exercise.build_up,
    "easier": lambda exercise, kb: exercise.easier,
    "harder": lambda exercise, kb: exercise.harder,
    "why": lambda exercise, kb: exercise.purpose,
    "feel": lambda exercise, kb: exercise.feel,
    "mistakes": _mistakes,
    "safety": lambda exercise, kb: answers.safety(exercise, kb.wording),
    "sides": _sides,
    "equipment": _equipment,
}


def text(kb: KnowledgeBase, exercise: Exercise, aspect: str) -> str:
    """Return what is asked about the exercise, headed by its name so that nobody mixes them up.

    Args:
        aspect: a key of `ASPECTS`.
    """
    return f"{exercise.name}: {ASPECTS[aspect](exercise, kb)}"
