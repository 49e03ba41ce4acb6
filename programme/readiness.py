"""Stage advice on its own: "what stage am I in?", "I move better, what now?", "can I run again?".

The stages and their signs of readiness are shown; the person chooses. Never a diagnosis.
"""

import re
from dataclasses import dataclass

from knowledge import KnowledgeBase
from knowledge.answers import bullets
from knowledge.programme import Activity
from programme.plan_reply import stage_name
from programme.reading import scores
from programme.reading.plain import plain, says

_WEEKS = re.compile(r"\b(?:week|month)s?\b")
_LAST_STAGE = 4


@dataclass(frozen=True)
class StageAdvice:
    """An answer and the item of the knowledge base it belongs to, for card, sources and buttons."""

    text: str
    topic: str


def which_stage(kb: KnowledgeBase, text: str = "", spoken_of: int | None = None) -> StageAdvice:
    """Return the four stages to choose from, or the one that the person's words sound like.

    Args:
        kb: the content.
        text: what the person wrote.
        spoken_of: the stage that the last answer was about: "when do I move on from it?".
    """
    said = plain(kb, text)
    named = scores.stage(kb, said)
    if not named and says(said, kb.programme.readiness.moving_on):
        named = spoken_of
    if named:
        return _after(kb, named, said)
    likely = _likely_stage(kb, said)
    if likely:
        return _sounds_like(kb, likely, said)
    words = kb.programme.readiness.words
    stages = bullets([_stage_line(kb, number) for number in range(1, _LAST_STAGE + 1)])
    parts = [words["which"], stages, *_weeks(kb, said), words["choose"]]
    return StageAdvice("\n\n".join(parts), "stages-overview")


def way_back(kb: KnowledgeBase, text: str) -> str | None:
    """Return how to start again with what the text names: running, lifting, work; None without one."""
    activity = named_activity(kb, text)
    if activity is None:
        return None
    words = kb.programme.readiness.words
    return "\n\n".join([words["how"].format(text=activity.text), words["settle"]])


def named_activity(kb: KnowledgeBase, text: str) -> Activity | None:
    """Return the activity that the text names, or None."""
    said = plain(kb, text)
    return next((a for a in kb.programme.readiness.activities if says(said, a.words)), None)


def _after(kb: KnowledgeBase, stage: int, said: str) -> StageAdvice:
    """Return the signs to move on from a stage that the person named, or that was spoken of."""
    words = kb.programme.readiness.words
    following = (
        words["last"] if stage == _LAST_STAGE else words["next"].format(**_stage_words(kb, stage + 1))
    )
    current = words["current"].format(**_stage_words(kb, stage))
    parts = [
        f"{current}\n{bullets(_signs(kb, stage))}",
        f"{words['not_yet']} {following}",
        *_weeks(kb, said),
        words["choose"],
    ]
    return StageAdvice("\n\n".join(parts), f"stage-{stage}")


def _sounds_like(kb: KnowledgeBase, stage: int, said: str) -> StageAdvice:
    """Return the stage that the words sound like, with the signs of the stage before to check."""
    words = kb.programme.readiness.words
    if stage == 1:
        check = words["first"]
    else:
        check = f"{words['check'].format(stage=stage - 1)}\n{bullets(_signs(kb, stage - 1))}"
    parts = [words["signs"].format(**_stage_words(kb, stage)), check]
    parts += [words["not_yet"]] if stage > 1 else []
    return StageAdvice("\n\n".join([*parts, *_weeks(kb, said), words["choose"]]), f"stage-{stage}")


def _likely_stage(kb: KnowledgeBase, said: str) -> int | None:
    """Return the most careful stage that the words sound like; strong pain outweighs all else."""
    found = [sign.stage for sign in kb.programme.readiness.signs if says(said, sign.words)]
    if not found:
        return None
    return 1 if 1 in found else max(found)


def _signs(kb: KnowledgeBase, stage: int) -> list[str]:
    """Return the signs of readiness without the remark that each stage ends with; ours comes last."""
    return list(kb.stages[f"stage-{stage}"].move_on_when[:-1])


def _stage_words(kb: KnowledgeBase, stage: int) -> dict[str, object]:
    looks_like = kb.programme.readiness.looks_like[stage]
    return {"stage": stage, "name": stage_name(kb, stage), "looks_like": looks_like}


def _stage_line(kb: KnowledgeBase, stage: int) -> str:
    return kb.programme.readiness.words["stage"].format(**_stage_words(kb, stage))


def _weeks(kb: KnowledgeBase, said: str) -> list[str]:
    return [kb.programme.readiness.words["weeks"]] if _WEEKS.search(said) else []
