"""Which exercises fit a person's answers, and why the others are left out."""

from dataclasses import dataclass

from knowledge import KnowledgeBase
from knowledge.models import Dose, Exercise
from knowledge.programme import Fit, Way
from programme.answers import Answers
from programme.doses import fitted_dose, seconds_a_day

WALK = "walk"
_ALLOWED = {
    "floor": {"floor", "standing"},
    "chair": {"chair", "standing"},
    "both": {"floor", "chair", "standing"},
}


@dataclass(frozen=True)
class Chosen:
    """An exercise of a plan: the way it is done, and how much."""

    exercise: Exercise
    way: Way
    dose: Dose

    @property
    def name(self) -> str:
        """What it is called, in this way."""
        return self.way.name or self.exercise.name

    @property
    def steps(self) -> list[str]:
        """How it is done, in this way."""
        return list(self.way.steps or self.exercise.steps)

    @property
    def easier(self) -> str:
        """How to make it easier; empty where it is done another way, which is easier already."""
        return " ".join(self.exercise.easier.split()) if self.own_way else ""

    @property
    def own_way(self) -> bool:
        """Whether it is done as in its own record, as its picture shows it."""
        return self.way.steps is None


@dataclass(frozen=True)
class LeftOut:
    """An exercise of the stage that does not fit, and why."""

    name: str
    why: str


def choose(kb: KnowledgeBase, answers: Answers, stage: int) -> tuple[list[Chosen], list[LeftOut]]:
    """Return the exercises of a plan in their order, and what the answers rule out of the stage.

    Walking first, then the exercises of the stage, one of each kind before a second; where fewer than
    three fit, gentler ones of the stages before fill up. All within the minutes a day.
    """
    fitting, left_out = _sort_out(kb, answers, kb.stages[f"stage-{stage}"].exercises, stage)
    for earlier in range(stage - 1, 0, -1):
        if len(fitting) < kb.programme.plan.fewest:
            known = {chosen.exercise.id for chosen in fitting}
            more, _ = _sort_out(kb, answers, kb.stages[f"stage-{earlier}"].exercises, stage)
            fitting += [chosen for chosen in more if chosen.exercise.id not in known]
    return _within_time(kb, answers, fitting), left_out


def way_or_reason(kb: KnowledgeBase, fit: Fit, answers: Answers) -> Way | str:
    """Return the first way to do an exercise that these answers allow, or why there is none."""
    words = kb.programme.plan.words
    for name in sorted(answers.hardest & fit.not_hardest.keys()):
        return fit.not_hardest[name]
    for way in fit.ways:
        if way.place in _ALLOWED[answers.place] and answers.rule_outs.isdisjoint(way.not_with):
            if fit.pain_to is not None and answers.pain > fit.pain_to:
                return words["why_pain"].format(pain=fit.pain_to)
            if fit.days_from is not None and answers.days < fit.days_from:
                return words["why_days"]
            return way
    for way in fit.ways:
        for name in sorted(answers.rule_outs & way.not_with.keys()):
            rule_out = words[f"rule_out_{name}"]
            return words["why_rule_out"].format(rule_out=rule_out, why=way.not_with[name])
    return words[f"why_{fit.ways[0].place}"]


def _sort_out(
    kb: KnowledgeBase, answers: Answers, ids: list[str], stage: int
) -> tuple[list[Chosen], list[LeftOut]]:
    fitting, left_out = [], []
    for name in ids:
        fit, exercise = kb.programme.fits[name], kb.exercises[name]
        if fit.ways[0].place == "pool":
            continue
        found = way_or_reason(kb, fit, answers)
        if isinstance(found, Way):
            fitting.append(Chosen(exercise, found, fitted_dose(kb, exercise, answers, stage)))
        else:
            left_out.append(LeftOut(exercise.name, found))
    return fitting, left_out


def _within_time(kb: KnowledgeBase, answers: Answers, fitting: list[Chosen]) -> list[Chosen]:
    """Take walking, then one of each kind, then the rest, as long as number and minutes allow."""
    fits, rules = kb.programme.fits, kb.programme.plan
    most = max(
        n for minutes, n in rules.most.items() if minutes <= max(answers.minutes, min(rules.most))
    )
    kinds: set[str] = set()
    first, second = [], []
    for chosen in sorted(fitting, key=lambda c: fits[c.exercise.id].kind != WALK):
        kind = fits[chosen.exercise.id].kind
        (second if kind in kinds else first).append(chosen)
        kinds.add(kind)
    taken: list[Chosen] = []
    left = answers.minutes * 60
    for chosen in [*first, *second]:
        seconds = seconds_a_day(kb, chosen.exercise, chosen.dose)
        if len(taken) < most and seconds > left:
            chosen = Chosen(chosen.exercise, chosen.way, chosen.dose.copy(update={"times_a_day": 1}))
            seconds = seconds_a_day(kb, chosen.exercise, chosen.dose)
        if len(taken) < most and seconds <= left:
            taken.append(chosen)
            left -= seconds
    order = list(fits)
    return sorted(taken, key=lambda chosen: order.index(chosen.exercise.id))
