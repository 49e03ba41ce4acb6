"""A summary for a physio or doctor: stage, answers, diary, exercises done, warning signs shown."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from exports.chart import diary_chart
from exports.page import render
from knowledge import KnowledgeBase
from programme.diary import Entry, done_names, propose, summary
from programme.plan import Plan
from programme.plan_reply import dose_text, stage_name
from programme.wording import ago, day


@dataclass(frozen=True)
class Warned:
    """A warning sign that was shown: the day, the id of its card, and the words that it followed."""

    date: date
    sign: str
    said: str = ""


def summary_page(
    kb: KnowledgeBase,
    plan: Plan | None,
    entries: Iterable[Entry],
    warnings: Sequence[Warned],
    today: date,
) -> str:
    """Return the summary as a whole HTML page. What a person wrote stands in it as plain text."""
    entries = sorted(entries, key=lambda entry: entry.date)
    chart = diary_chart(kb, entries)
    return render(
        "summary.html",
        kb,
        made_on=day(kb, today),
        facts=_facts(kb, plan) if plan else [],
        reason=plan.reason if plan else "",
        exercises=[(chosen.name, dose_text(kb, chosen)) for chosen in plan.exercises] if plan else [],
        chart=Markup(chart) if chart else None,
        diary_summary=f"{summary(kb, entries, today)} {propose(kb, entries, today).why}"
        if entries
        else "",
        rows=[_row(kb, entry) for entry in entries],
        counted=_counted(kb, entries),
        warnings=[_warning(kb, warning) for warning in warnings],
    )


def _facts(kb: KnowledgeBase, plan: Plan) -> list[tuple[str, str]]:
    """Return the answers behind the plan, with what they are called."""
    words, answers = kb.programme.exports.words, plan.answers
    origin = words["own_stage" if answers.stage else "suggested_stage"]
    return [
        (
            words["stage"],
            words["stage_name"].format(stage=plan.stage, name=stage_name(kb, plan.stage), origin=origin),
        ),
        (words["pain"], words["pain_of"].format(n=answers.pain)),
        (words["duration"], words["began"].format(ago=ago(kb, answers.days))),
        (words["rule_outs"], _titles(kb, "rule_outs", answers.rule_outs)),
        (words["hardest"], _titles(kb, "hardest", answers.hardest)),
        (words["minutes"], str(answers.minutes)),
        (words["place"], _titles(kb, "place", {answers.place})),
    ]


def _titles(kb: KnowledgeBase, question: str, values: Iterable[str]) -> str:
    named = [c.title for c in kb.programme.question(question).choices if c.value in values]
    return ", ".join(named) or kb.programme.exports.words["none"]


def _row(kb: KnowledgeBase, entry: Entry) -> tuple[str, str, str, str]:
    score = "" if entry.score is None else str(entry.score)
    return day(kb, entry.date), score, done_names(kb, entry) if entry.done else "", entry.note


def _counted(kb: KnowledgeBase, entries: list[Entry]) -> list[tuple[str, int]]:
    """Return on how many days each exercise was done, the most frequent first."""
    done = {(entry.date, name) for entry in entries for name in entry.exercises if name in kb.exercises}
    return [(kb.exercises[name].name, n) for name, n in Counter(name for _, name in done).most_common()]


def _warning(kb: KnowledgeBase, warning: Warned) -> str:
    words = kb.programme.exports.words
    return words["warning_words" if warning.said else "warning"].format(
        date=day(kb, warning.date),
        level=words[f"level_{kb.cards[warning.sign].level}"],
        sign=warning.sign.replace("-", " "),
        said=warning.said,
    )
