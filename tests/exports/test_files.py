"""PDF, calendar and data are valid by reading them back."""

import json
from datetime import date, datetime, time
from io import BytesIO

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from pypdf import PdfReader

from exports.calendar import plan_calendar
from exports.data import all_data
from exports.pdf import plan_pdf
from exports.summary import Warned
from programme.answers import Answers
from programme.diary import Entry
from programme.plan import make_plan
from programme.plan_reply import plan_payload


def pdf_text(data):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split())


def test_the_pdf_holds_the_whole_plan(kb, plan, pictures):
    text = pdf_text(plan_pdf(kb, plan, pictures))
    for chosen in plan.exercises:
        assert chosen.name in text
        assert all(step in text for step in chosen.steps)
    for line in (plan.reason, plan.review, *plan.notes, *plan.stop_when, *plan.move_on_when):
        assert line in text


def test_the_pdf_has_title_language_and_the_words_of_pictures(kb, plan, pictures):
    data = plan_pdf(kb, plan, pictures, {name: f"Picture of {name}" for name in kb.exercises})
    reader = PdfReader(BytesIO(data))
    assert reader.metadata.title == "Your plan: stage 2, restoring mobility"
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert (
        "Picture of ex-walking".encode("utf-16-be").hex() in data.hex()
        or b"Picture of ex-walking" in data
    )


def test_the_same_plan_gives_the_same_pdf(kb, plan):
    assert plan_pdf(kb, plan) == plan_pdf(kb, plan)


def test_characters_that_a_pdf_font_lacks_do_not_stop_it(kb, plan, pictures):
    assert (
        plan_pdf(kb, plan, pictures, dict.fromkeys(kb.exercises, "\u2192 \u65e5\u672c"))[:5] == b"%PDF-"
    )


@pytest.mark.parametrize("stage", [1, 2, 3, 4])
@pytest.mark.parametrize("place", ["floor", "chair", "both"])
def test_every_kind_of_plan_becomes_a_short_pdf(kb, today, pictures, stage, place):
    plan = make_plan(kb, Answers(3, 90, minutes=30, place=place, stage=stage), today)
    assert 1 <= len(PdfReader(BytesIO(plan_pdf(kb, plan, pictures))).pages) <= 5


def events(data):
    return [event for event in Calendar.from_ical(data).walk("VEVENT")]


def test_the_calendar_reads_back_with_all_sessions_and_the_review(kb, plan):
    morning, evening, review = events(plan_calendar(kb, plan, [time(8, 30), time(18)]))
    assert morning.decoded("dtstart") == datetime(2026, 11, 21, 8, 30)
    assert evening.decoded("dtstart") == datetime(2026, 11, 21, 18)
    assert review.decoded("dtstart") == plan.review_on
    assert all(chosen.name in morning["description"] for chosen in plan.exercises)
    assert morning.walk("VALARM")
    rule = rrulestr(morning["rrule"].to_ical().decode(), dtstart=morning.decoded("dtstart"))
    days = [when.date() for when in rule]
    assert len(days) == 7 and days[0] == plan.made_on and days[-1] < plan.review_on


def test_sessions_come_only_on_the_chosen_days(kb, plan):
    session = events(plan_calendar(kb, plan, weekdays=["MO", "WE", "FR"]))[0]
    rule = rrulestr(session["rrule"].to_ical().decode(), dtstart=session.decoded("dtstart"))
    assert [when.date() for when in rule] == [date(2026, 11, 23), date(2026, 11, 25), date(2026, 11, 27)]


def test_uids_are_stable_and_differ(kb, plan, today):
    first, second = plan_calendar(kb, plan), plan_calendar(kb, plan)
    assert first == second
    other = make_plan(kb, Answers(2, 90, stage=3), today)
    uids = [str(event["uid"]) for data in (first, plan_calendar(kb, other)) for event in events(data)]
    assert len(set(uids)) == len(uids) == 4


@pytest.mark.parametrize("weekdays", [[], ["XX"]])
def test_unknown_weekdays_are_refused(kb, plan, weekdays):
    with pytest.raises(ValueError, match="weekdays"):
        plan_calendar(kb, plan, weekdays=weekdays)


@settings(max_examples=40, deadline=None)
@given(
    times=st.lists(
        st.times().map(lambda t: t.replace(second=0, microsecond=0)), min_size=1, max_size=4, unique=True
    )
)
def test_any_times_give_a_valid_calendar(kb, plan, times):
    sessions = events(plan_calendar(kb, plan, times))[:-1]
    assert sorted(s.decoded("dtstart").time() for s in sessions) == sorted(times)
    assert all(s.decoded("dtend") > s.decoded("dtstart") for s in sessions)


def test_the_calendar_does_not_tell_the_condition(kb, plan):
    assert "sciatica " not in plan_calendar(kb, plan).decode().lower().replace(
        "-//sciatica-assistant", ""
    )
    assert "pain" not in plan_calendar(kb, plan).decode().lower()


def test_all_data_reads_back(kb, plan, entries, today):
    payload = plan_payload(kb, plan)
    slots = {"safety": "no", "pain": 4, "rule_outs": ["dizziness"]}
    turns = [{"at": "2026-11-21T10:00:00Z", "text": "give me a plan </script> ü", "messages": []}]
    held = json.loads(all_data(slots, payload, entries, [Warned(today, "bladder", "x")], turns, today))
    assert held["answers"] == slots and held["plan"] == payload and held["conversation"] == turns
    assert [Entry.from_point(point) for point in held["diary"]] == entries
    assert held["warning_signs"] == [{"date": "2026-11-21", "sign": "bladder", "said": "x"}]
    assert (held["version"], held["made_on"]) == (1, "2026-11-21")
