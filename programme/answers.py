"""A person's answers to the form, checked and in one piece."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from knowledge import KnowledgeBase
from knowledge.programme import Place, When
from knowledge.programme_check import holds, values_of

SUGGESTED = "suggested"
SAFETY = "safety"


@dataclass(frozen=True)
class Answers:
    """What a plan is made from.

    `pain` is 0 to 10, `days` the time since it began, `minutes` the time for exercises a day, `stage`
    the stage the person chose, None for the suggestion.
    """

    pain: int
    days: int
    rule_outs: frozenset[str] = frozenset()
    hardest: frozenset[str] = frozenset()
    minutes: int = 10
    place: Place = "both"
    stage: int | None = None

    def meet(self, when: When, stage: int) -> bool:
        """Return whether these answers, at this stage of the plan, meet a condition."""
        return (
            holds(when, self.pain, self.days)
            and (not when.stage or stage in when.stage)
            and (not when.hardest or not self.hardest.isdisjoint(when.hardest))
            and self.hardest.isdisjoint(when.not_hardest)
            and (not when.rule_outs or not self.rule_outs.isdisjoint(when.rule_outs))
            and self.rule_outs.isdisjoint(when.without)
        )


def answers_of(kb: KnowledgeBase, slots: Mapping[str, Any]) -> Answers:
    """Return the answers from the slots of a conversation, named as the questions.

    Optional questions without an answer take their default.

    Raises:
        ValueError: a required answer is missing, a sign was reported, or a value is not a choice.
    """
    given = {q.id: slots.get(q.id) for q in kb.programme.questions}
    given = {q.id: q.default if given[q.id] is None else given[q.id] for q in kb.programme.questions}
    missing = [name for name, value in given.items() if value is None]
    if missing:
        raise ValueError(f"no answer to: {', '.join(missing)}")
    if given[SAFETY] != "no":
        raise ValueError("a warning sign comes before a plan")
    for name in ("rule_outs", "hardest"):
        unknown = set(given[name]) - values_of(kb.programme, name)
        if unknown:
            raise ValueError(f"{name}: no such choice: {', '.join(sorted(unknown))}")
    if not 0 <= int(given["pain"]) <= 10 or int(given["duration"]) < 0:
        raise ValueError("pain must be 0 to 10, and duration not below 0")
    if given["place"] not in {choice.value for choice in kb.programme.question("place").choices}:
        raise ValueError(f"place: no such choice: {given['place']}")
    stage = None if given["stage"] == SUGGESTED else int(given["stage"])
    if stage is not None and stage not in {s.number for s in kb.stages.values()}:
        raise ValueError(f"stage: there is no stage {stage}")
    return Answers(
        pain=int(given["pain"]),
        days=int(given["duration"]),
        rule_outs=frozenset(given["rule_outs"]),
        hardest=frozenset(given["hardest"]),
        minutes=int(given["minutes"]),
        place=given["place"],
        stage=stage,
    )
