"""Checks that the files of the programme fit each other, the exercises and the sources."""

from collections.abc import Iterator

from knowledge.models import Exercise, Source
from knowledge.programme import Programme, When

PAINS = range(11)


def check_programme(programme: Programme, exercises: list[Exercise], sources: list[Source]) -> list[str]:
    """Return a line for each mistake, with file, key and remedy."""
    rule_outs = values_of(programme, "rule_outs")
    hardest = values_of(programme, "hardest")
    return [
        *_unknown_sources(programme, {source.id for source in sources}),
        *_check_fits(programme, {exercise.id: exercise for exercise in exercises}, rule_outs, hardest),
        *_check_diary(programme, {exercise.id for exercise in exercises}),
        *_check_conditions(programme, rule_outs, hardest),
        *_check_stage_rules(programme),
        *_check_words(programme, rule_outs),
    ]


def values_of(programme: Programme, question: str) -> set[str]:
    """Return the values of a question that takes several, without "none"."""
    return {str(c.value) for c in programme.question(question).choices if c.value != "none"}


def _unknown_sources(programme: Programme, known: set[str]) -> Iterator[str]:
    named = [("rules.yml, " + rule.id, rule.sources) for rule in programme.stage_rules]
    named += [("fit.yml, " + fit.exercise, fit.sources) for fit in programme.fits.values()]
    named += [("plan.yml, " + advice.text[:30], advice.sources) for advice in programme.plan.advice]
    named += [("diary.yml, " + rule.id, rule.sources) for rule in programme.diary.rules]
    named += [("readiness.yml, " + act.name, act.sources) for act in programme.readiness.activities]
    named += [("plan.yml", programme.plan.sources), ("readiness.yml", programme.readiness.sources)]
    for where, ids in named:
        for name in ids:
            if name not in known:
                yield f"programme/{where}, sources: there is no {name!r}"


def _check_fits(
    programme: Programme, exercises: dict[str, Exercise], rule_outs: set[str], hardest: set[str]
) -> Iterator[str]:
    for name in exercises.keys() - programme.fits.keys():
        yield f"programme/fit.yml: say for whom {name!r} fits"
    for name, fit in programme.fits.items():
        where = f"programme/fit.yml, {name}"
        if name not in exercises:
            yield f"{where}: there is no such exercise"
            continue
        dose = exercises[name].dose
        if not (dose.hold_seconds or dose.minutes or fit.seconds_each):
            yield f"{where}, seconds_each: nothing is held, so give the seconds of one repetition"
        said = {key for way in fit.ways for key in way.not_with} | fit.care.keys()
        for key in said - rule_outs:
            yield f"{where}: {key!r} is no choice of the question 'rule_outs'"
        for key in fit.not_hardest.keys() - hardest:
            yield f"{where}, not_hardest: {key!r} is no choice of the question 'hardest'"


def _check_diary(programme: Programme, exercises: set[str]) -> Iterator[str]:
    for name in programme.diary.exercise_words.keys() - exercises:
        yield f"programme/diary.yml, exercise_words: there is no exercise {name!r}"


def _check_conditions(programme: Programme, rule_outs: set[str], hardest: set[str]) -> Iterator[str]:
    conditions: list[tuple[str, When]] = [
        *((f"rules.yml, {rule.id}", rule.when) for rule in programme.stage_rules),
        *((f"plan.yml, {advice.text[:30]}", advice.when) for advice in programme.plan.advice),
        *(("plan.yml, walks", walk.when) for walk in programme.plan.walks),
    ]
    for where, when in conditions:
        for name in {*when.rule_outs, *when.without} - rule_outs | (
            {*when.hardest, *when.not_hardest} - hardest
        ):
            yield f"programme/{where}, when: there is no choice {name!r}"


def _check_stage_rules(programme: Programme) -> Iterator[str]:
    """Exactly one rule for each pain and each time: the ends of all spans are tried."""
    ends = {0, 100_000}
    for rule in programme.stage_rules:
        for end in (rule.when.days.from_, rule.when.days.to):
            ends |= set() if end is None else {max(end - 1, 0), end, end + 1}
    for pain in PAINS:
        for days in sorted(ends):
            fitting = [r.id for r in programme.stage_rules if holds(r.when, pain, days)]
            if len(fitting) != 1:
                where = f"programme/rules.yml: pain {pain} for {days} days"
                yield f"{where} fits {fitting}; exactly one rule must fit"


def holds(when: When, pain: int, days: int) -> bool:
    """Return whether the parts of a condition on pain (0 to 10) and time (days) hold."""
    return when.pain.holds(pain) and when.days.holds(days)


def _check_words(programme: Programme, rule_outs: set[str]) -> Iterator[str]:
    for name in rule_outs:
        for key in (name, f"rule_out_{name}"):
            if key not in programme.plan.words:
                yield f"programme/plan.yml, words: {key!r} is missing"
    last = programme.plan.walks[-1].when
    if last != When():
        yield "programme/plan.yml, walks: the last one must hold for everybody, so give it no 'when'"
    if not any(rule.at_least == 0 for rule in programme.diary.rules):
        yield "programme/diary.yml, rules: the last rule must hold for everybody ('at_least: 0')"
