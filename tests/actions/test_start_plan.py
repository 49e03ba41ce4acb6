"""Which answers hold when somebody asks for a plan again."""

from datetime import date, timedelta

import pytest

from actions.make_plan import ActionStartPlan

TODAY = date.today().isoformat()
YESTERDAY = (date.today() - timedelta(days=1)).isoformat()


@pytest.mark.parametrize(
    ("slots", "pain_is_asked_again"),
    [
        ({}, False),
        ({"plan_begun_on": TODAY}, False),
        ({"plan_begun_on": YESTERDAY}, True),  # pain is another today
        ({"plan_begun_on": TODAY, "plan_made_on": TODAY}, True),
    ],
)
def test_answers_hold_until_the_plan_is_made_or_the_day_is_over(
    message, run, slots, pain_is_asked_again
):
    sent, set_slots = run(ActionStartPlan(), message("request_plan"), {"plan_pain": 5, **slots})
    assert sent == []
    assert set_slots["plan_safety"] is None
    assert ("plan_pain" in set_slots) == pain_is_asked_again
    assert set_slots["plan_begun_on"] == TODAY
