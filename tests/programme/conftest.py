"""What tests of the programme share: a day, and all answers that a person may give."""

from datetime import date

import pytest
from hypothesis import strategies as st

from knowledge.programme_check import values_of
from programme.answers import Answers


@pytest.fixture(scope="session")
def today():
    return date(2026, 11, 21)  # a Saturday


@pytest.fixture(scope="session")
def any_answers(kb):
    """A strategy that draws answers."""

    def some_of(question):
        return st.frozensets(st.sampled_from(sorted(values_of(kb.programme, question))))

    return st.builds(
        Answers,
        pain=st.integers(0, 10),
        days=st.integers(0, 4000),
        rule_outs=some_of("rule_outs"),
        hardest=some_of("hardest"),
        minutes=st.integers(5, 60),
        place=st.sampled_from(["floor", "chair", "both"]),
        stage=st.sampled_from([None, 1, 2, 3, 4]),
    )
