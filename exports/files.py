"""Each kind of file that can be taken along, made from what a conversation holds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from exports.calendar import plan_calendar
from exports.data import all_data
from exports.page import plan_page
from exports.pdf import plan_pdf
from exports.summary import Warned, summary_page
from knowledge import KnowledgeBase
from programme.diary import Entry
from programme.plan import Plan
from programme.plan_reply import plan_payload


@dataclass(frozen=True)
class File:
    """A file to take along."""

    content: bytes
    media_type: str
    name: str


@dataclass(frozen=True)
class Held:
    """What a conversation holds.

    Attributes:
        answers: to the questions of the plan.
        plan: None where none was made.
        entries: of the diary.
        warnings: warning signs that were shown.
        turns: what was said, as JSON data.
        today: the day the file is made.
    """

    answers: Mapping[str, Any]
    plan: Plan | None
    entries: Sequence[Entry]
    warnings: Sequence[Warned]
    turns: Sequence[Mapping[str, Any]]
    today: date


@dataclass(frozen=True)
class Pictures:
    """SVG and description of each exercise, by id."""

    svg: Mapping[str, str]
    alt: Mapping[str, str]


def make(kb: KnowledgeBase, kind: str, held: Held, pictures: Pictures) -> File | None:
    """Return the file of a kind; None where it shows the plan and there is none.

    Raises:
        KeyError: there is no such kind.
    """
    maker = _MAKERS[kind]
    return None if held.plan is None and maker in _OF_PLAN else maker(kb, held, pictures)


def _page(kb: KnowledgeBase, held: Held, pictures: Pictures) -> File:
    return File(plan_page(kb, held.plan, pictures.svg).encode(), "text/html", "plan.html")


def _pdf(kb: KnowledgeBase, held: Held, pictures: Pictures) -> File:
    return File(plan_pdf(kb, held.plan, pictures.svg, pictures.alt), "application/pdf", "plan.pdf")


def _calendar(kb: KnowledgeBase, held: Held, pictures: Pictures) -> File:
    return File(plan_calendar(kb, held.plan), "text/calendar", "plan.ics")


def _summary(kb: KnowledgeBase, held: Held, pictures: Pictures) -> File:
    page = summary_page(kb, held.plan, held.entries, held.warnings, held.today)
    return File(page.encode(), "text/html", "summary.html")


def _data(kb: KnowledgeBase, held: Held, pictures: Pictures) -> File:
    plan = plan_payload(kb, held.plan) if held.plan else None
    data = all_data(held.answers, plan, held.entries, held.warnings, held.turns, held.today)
    return File(data.encode(), "application/json", "data.json")


_OF_PLAN = (_page, _pdf, _calendar)
_MAKERS: dict[str, Callable[[KnowledgeBase, Held, Pictures], File]] = {
    "page": _page,
    "pdf": _pdf,
    "calendar": _calendar,
    "summary": _summary,
    "data": _data,
}
