"""What tests of the exports share: a day, a plan, a diary with hostile notes, pictures."""

from datetime import date, timedelta

import pytest

from programme.answers import Answers
from programme.diary import Entry
from programme.plan import make_plan

HOSTILE = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "</td></table><svg onload=alert(1)>",
    "'\"><iframe src=javascript:alert(1)>",
    "{{ 7 * 7 }} {% raw %}",
    "</style><style>*{display:none}</style>",
    "<!-- <a href='https://example.org'>x</a>",
    "\u202e reversed \u0000 &amp; &lt;b&gt;",
]


@pytest.fixture(scope="session")
def today():
    return date(2026, 11, 21)  # a Saturday


@pytest.fixture(scope="session")
def plan(kb, today):
    return make_plan(kb, Answers(4, 21, frozenset(["dizziness"]), frozenset(), 20), today)


@pytest.fixture(scope="session")
def hostile():
    return HOSTILE


@pytest.fixture(scope="session")
def entries(today):
    return [
        Entry(today - timedelta(days=n), n, note, ("ex-walking",) if n % 2 else (), bool(n % 2))
        for n, note in enumerate(HOSTILE)
    ]


@pytest.fixture(scope="session")
def pictures(kb):
    """A small picture for every exercise, in the shape of the real ones."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200" role="img"><title>{name}</title>'
        '<rect width="320" height="200" fill="#f7ead8"/><path d="M20 150L160 40L300 150" stroke="#333" '
        'fill="none"/><text x="20" y="190">Start</text></svg>'
    )
    return {name: svg.format(name=exercise.name) for name, exercise in kb.exercises.items()}
