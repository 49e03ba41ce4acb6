"""What the assistant says about a topic, an exercise or a stage: whole text, and the card's data.

Pure functions over the knowledge base. The text alone is a whole answer on any channel; the card
(`custom` in Rasa) adds structure for a widget.
"""

from typing import Any

from knowledge.base import KnowledgeBase
from knowledge.models import Dose, Exercise, Item, Stage, Topic
from knowledge.wording import Wording


def text(kb: KnowledgeBase, item: Item) -> str:
    """Return the whole answer: the short answer, the detail, when to seek help, the safety line."""
    if isinstance(item, Topic):
        parts = [item.short, item.detail, item.seek_help]
    elif isinstance(item, Exercise):
        parts = _exercise_parts(item, kb.wording)
    else:
        parts = _stage_parts(kb, item)
    if getattr(item, "safety_line", True):
        parts.append(kb.wording.safety_line)
    return "\n\n".join(part.strip() for part in parts)


def longer_text(kb: KnowledgeBase, item: Item) -> str:
    """Return the answer again, with more on it: how to vary an exercise, or what belongs to a topic."""
    said = kb.wording.details
    if isinstance(item, Exercise):
        mistakes = f"{said['mistakes']}\n{bullets(item.mistakes)}"
        more = [
            item.build_up,
            f"{said['easier']} {item.easier}",
            f"{said['harder']} {item.harder}",
            mistakes,
        ]
    else:
        others = [other for other in kb.related(item) if not isinstance(other, Exercise)]
        more = [f"{other.title}\n{other.short.strip()}" for other in others]
    return "\n\n".join([text(kb, item), *(part.strip() for part in more)])


def card(kb: KnowledgeBase, item: Item) -> dict[str, Any]:
    """Return the `custom` payload: `exercise` for an exercise, else `answer`."""
    if not isinstance(item, Exercise):
        return reference(kb, item)
    return {
        **reference(kb, item),
        "type": "exercise",
        "name": item.name,
        "stage": item.stages,
        "position": item.position,
        "equipment": item.equipment,
        "purpose": item.purpose,
        "feel": item.feel,
        "steps": list(item.steps),
        "dose": item.dose.dict(exclude_none=True),
        "easier": item.easier,
        "harder": item.harder,
        "mistakes": list(item.mistakes),
        "stop_if": list(item.stop_if),
        "avoid_if": list(item.avoid_if),
    }


def reference(kb: KnowledgeBase, item: Item) -> dict[str, Any]:
    """Return the `answer` payload: what was answered, where it comes from, what to ask next."""
    return {
        "type": "answer",
        "topic": item.id,
        "title": item.title,
        "sources": [
            {"title": s.title, "publisher": s.publisher, "year": s.year, "url": s.url}
            for s in kb.sources_of(item)
        ],
        "reviewed_on": item.reviewed_on.isoformat(),
        "status": item.status,
        "related": [{"topic": other.id, "title": other.title} for other in kb.related(item)],
    }


def citation(kb: KnowledgeBase, item: Item) -> str:
    """Return the sources of an item in words, with the date of its last review."""
    wording = kb.wording
    lines = [
        (wording.source if s.year else wording.source_undated).format(**s.dict())
        for s in kb.sources_of(item)
    ]
    note = wording.draft_note if item.status == "draft" else wording.reviewed_note
    checked = note.format(date=item.reviewed_on.isoformat(), reviewer=item.reviewer)
    return f"{wording.sources_of.format(title=item.title)}\n{bullets(lines)}\n\n{checked}"


def dose_sentences(dose: Dose, wording: Wording) -> str:
    """Return the dose in plain sentences, leaving out what does not apply."""
    return sentences(hold(dose, wording), repetitions(dose, wording), frequency(dose, wording))


def hold(dose: Dose, wording: Wording) -> str:
    """Return how long to hold, or to keep going; empty where the exercise has neither."""
    if dose.hold_seconds:
        return wording.dose["hold_seconds"].format(n=dose.hold_seconds)
    return wording.dose["minutes"].format(n=dose.minutes) if dose.minutes else ""


def repetitions(dose: Dose, wording: Wording) -> str:
    """Return how many times, on each side where it has sides, and in how many rounds."""
    said = []
    if dose.repetitions:
        key = "repetition" if dose.repetitions == 1 else "repetitions"
        side = "_each_side" if dose.each_side else ""
        said.append(wording.dose[key + side].format(n=dose.repetitions))
    if dose.sets and dose.sets > 1:
        said.append(wording.dose["sets"].format(n=dose.sets))
    return sentences(*said)


def frequency(dose: Dose, wording: Wording) -> str:
    """Return how many times a day."""
    if not dose.times_a_day:
        return ""
    key = "once_a_day" if dose.times_a_day == 1 else "times_a_day"
    return wording.dose[key].format(n=dose.times_a_day)


def safety(exercise: Exercise, wording: Wording) -> str:
    """Return when to stop the exercise, and who should ask first."""
    return (
        f"{wording.stop_if}\n{bullets(exercise.stop_if)}\n\n"
        f"{wording.avoid_if}\n{bullets(exercise.avoid_if)}"
    )


def sentences(*said: str) -> str:
    """Join sentences, leaving out the empty ones."""
    return " ".join(sentence for sentence in said if sentence)


def bullets(lines: list[str]) -> str:
    """Return the lines as a list."""
    return "\n".join(f"- {line}" for line in lines)


def _exercise_parts(exercise: Exercise, wording: Wording) -> list[str]:
    steps = "\n".join(f"{n}. {step}" for n, step in enumerate(exercise.steps, start=1))
    dose = f"{dose_sentences(exercise.dose, wording)} {exercise.dose_note}"
    return [
        f"{exercise.name}. {exercise.purpose}",
        f"{wording.exercise_headings['steps']}:\n{steps}",
        f"{wording.exercise_headings['dose']}: {dose}",
        exercise.feel,
        safety(exercise, wording),
    ]


def _stage_parts(kb: KnowledgeBase, stage: Stage) -> list[str]:
    names = [kb.exercises[exercise].name for exercise in stage.exercises]
    blocks = {
        "goals": stage.goals,
        "advice": stage.advice,
        "exercises": names,
        "move_on_when": stage.move_on_when,
    }
    headed = [f"{kb.wording.stage_headings[key]}:\n{bullets(lines)}" for key, lines in blocks.items()]
    return [stage.short, *headed, stage.seek_help]
