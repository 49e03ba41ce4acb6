"""What the assistant says about a plan: whole text, and the `plan` payload."""

import json
from collections.abc import Mapping
from typing import Any

from knowledge import KnowledgeBase
from knowledge.answers import bullets, dose_sentences, sentences
from programme.choosing import Chosen
from programme.doses import timer
from programme.plan import Plan


def plan_text(kb: KnowledgeBase, plan: Plan) -> str:
    """Return the whole plan in words; nothing else is needed to follow it."""
    words = kb.programme.plan.words
    listed = [exercise_text(kb, chosen, n) for n, chosen in enumerate(plan.exercises, start=1)]
    left_out = [f"{left.name}: {left.why}." for left in plan.left_out]
    parts = [
        title(kb, plan),
        sentences(plan.reason, words["guide"]),
        *([plan.few] if plan.few else []),
        *([bullets(list(plan.notes))] if plan.notes else []),
        f"{words['exercises']}:",
        *listed,
        session(kb, plan),
        _section(words["advice"], list(plan.advice)),
        _section(words["traffic_light"], lights(kb)),
        _section(words["move_on_when"], list(plan.move_on_when)),
        _section(words["stop_when"], list(plan.stop_when)),
        *([_section(words["left_out"], left_out)] if left_out else []),
        plan.review,
    ]
    return "\n\n".join(parts)


def plan_payload(
    kb: KnowledgeBase, plan: Plan, pictures: Mapping[str, Mapping[str, str]] | None = None
) -> dict[str, Any]:
    """Return the `plan` payload for the widget.

    Args:
        pictures: `{"src", "alt"}` by exercise id. An exercise done another way than its picture shows
            goes without one.
    """
    return {
        "type": "plan",
        "topic": "plan",
        "stage": plan.stage,
        "stage_title": kb.stages[f"stage-{plan.stage}"].name,
        "title": title(kb, plan),
        "reason": sentences(plan.reason, kb.programme.plan.words["guide"]),
        "few": plan.few,
        "notes": list(plan.notes),
        "minutes": plan.minutes,
        "session": session(kb, plan),
        "exercises": [_exercise(kb, chosen, pictures or {}) for chosen in plan.exercises],
        "left_out": [{"name": left.name, "why": left.why} for left in plan.left_out],
        "advice": list(plan.advice),
        "traffic_light": [
            {"colour": light.colour, "from": light.from_, "to": light.to, "text": light.text}
            for light in kb.programme.plan.traffic_light
        ],
        "move_on_when": list(plan.move_on_when),
        "stop_when": list(plan.stop_when),
        "review": plan.review,
        "review_on": plan.review_on.isoformat(),
        "sources": [
            {"title": s.title, "publisher": s.publisher, "year": s.year, "url": s.url}
            for s in map(kb.sources.__getitem__, kb.programme.plan.sources)
        ],
        "exports": [
            {"title": export.title, "payload": f"/request_export{_compact({'format': export.value})}"}
            for export in kb.programme.plan.exports
        ],
    }


def title(kb: KnowledgeBase, plan: Plan) -> str:
    """Return the headline of a plan."""
    return kb.programme.plan.words["title"].format(stage=plan.stage, name=stage_name(kb, plan.stage))


def stage_name(kb: KnowledgeBase, stage: int) -> str:
    """Return what a stage is called, in lower case."""
    return kb.stages[f"stage-{stage}"].name.lower()


def session(kb: KnowledgeBase, plan: Plan) -> str:
    """Return how long the exercises take, and why that may be less than the time there is."""
    words = kb.programme.plan.words
    if not plan.minutes:
        return words["session_none"]
    short = words["session_short"] if 2 * plan.minutes <= plan.answers.minutes else ""
    return sentences(words["session"].format(minutes=plan.minutes), short)


def lights(kb: KnowledgeBase) -> list[str]:
    """Return the pain traffic light, one line for each colour."""
    words = kb.programme.plan.words
    return [
        words["light"].format(**{"from": x.from_, "to": x.to, "colour": words[x.colour], "text": x.text})
        for x in kb.programme.plan.traffic_light
    ]


def dose_text(kb: KnowledgeBase, chosen: Chosen) -> str:
    """Return the dose in sentences, with the note of the exercise where its own dose is kept."""
    note = chosen.exercise.dose_note if chosen.dose == chosen.exercise.dose and chosen.own_way else ""
    return sentences(dose_sentences(chosen.dose, kb.wording), note.strip())


def exercise_text(kb: KnowledgeBase, chosen: Chosen, number: int) -> str:
    """Return one exercise of the plan in words: how much, how, and when to stop."""
    words = kb.programme.plan.words
    stop = "; ".join(chosen.exercise.stop_if)
    return (
        f"{number}. {chosen.name}. {dose_text(kb, chosen)}\n"
        f"{words['steps']}: {' '.join(chosen.steps)}\n"
        f"{words['stop_if']}: {stop}."
    )


def _exercise(
    kb: KnowledgeBase, chosen: Chosen, pictures: Mapping[str, Mapping[str, str]]
) -> dict[str, Any]:
    picture = pictures.get(chosen.exercise.id) if chosen.own_way else None
    return {
        "id": chosen.exercise.id,
        "name": chosen.name,
        "purpose": chosen.exercise.purpose,
        "dose": chosen.dose.dict(exclude_none=True),
        "dose_text": dose_text(kb, chosen),
        "steps": chosen.steps,
        "easier": chosen.easier,
        "stop_if": list(chosen.exercise.stop_if),
        "illustration": dict(picture) if picture else None,
        "timer": timer(kb, chosen.exercise, chosen.dose),
    }


def _section(heading: str, lines: list[str]) -> str:
    return f"{heading}:\n{bullets(lines)}"


def _compact(value: dict[str, Any]) -> str:
    return json.dumps(value, separators=(",", ":"))
