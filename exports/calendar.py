"""The sessions of a plan as a calendar file (iCalendar, RFC 5545)."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta, timezone
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from knowledge import KnowledgeBase
from programme.plan import Plan

PRODUCT = "-//sciatica-assistant//plan//EN"
EVERY_DAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def plan_calendar(
    kb: KnowledgeBase,
    plan: Plan,
    times: Sequence[time] = (),
    weekdays: Sequence[str] = EVERY_DAY,
) -> bytes:
    """Return the sessions until the review, and the review day, as an `.ics` file.

    Times are local to whoever opens the file. The same plan gives the same UIDs, so that a second import
    changes the first instead of doubling it. Entries do not tell what the exercises are for.

    Args:
        times: times of day; without any, those of `exports.yml`.
        weekdays: "MO" to "SU".

    Raises:
        ValueError: a weekday is unknown or there is none.
    """
    if not weekdays or not set(weekdays) <= set(EVERY_DAY):
        raise ValueError(f"weekdays must be some of {', '.join(EVERY_DAY)}")
    words = kb.programme.exports.words
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", words["calendar_name"])
    for when in times or [time.fromisoformat(t) for t in kb.programme.exports.session_times]:
        calendar.add_component(_session(kb, plan, when, weekdays))
    review = _event(plan, "review", words["review_session"])
    review.add("dtstart", plan.review_on)
    calendar.add_component(review)
    return calendar.to_ical()


def _session(kb: KnowledgeBase, plan: Plan, when: time, weekdays: Sequence[str]) -> Event:
    words = kb.programme.exports.words
    event = _event(plan, when.isoformat("minutes"), words["session"])
    days = [plan.made_on + timedelta(days=n) for n in range((plan.review_on - plan.made_on).days)]
    first = next(day for day in days if EVERY_DAY[day.weekday()] in weekdays)
    walk = max((chosen.dose.minutes or 0) for chosen in plan.exercises)
    start = datetime.combine(first, when)
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=plan.minutes + walk))
    until = datetime.combine(plan.review_on - timedelta(days=1), time(23, 59))
    event.add("rrule", {"freq": "weekly", "byday": list(weekdays), "until": until})
    said = words["session_note"].format(minutes=plan.minutes) if plan.minutes else words["session_walks"]
    names = [f"{n}. {chosen.name}" for n, chosen in enumerate(plan.exercises, start=1)]
    event.add("description", "\n".join([said, *names]))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words["session"])
    alarm.add("trigger", timedelta(0))
    event.add_component(alarm)
    return event


def _event(plan: Plan, part: str, title: str) -> Event:
    """Return an event with a UID that is the same for the same plan and part."""
    names = ",".join(chosen.exercise.id for chosen in plan.exercises)
    key = f"sciatica-assistant/plan/{plan.made_on}/{plan.stage}/{names}/{part}"
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, key)}@sciatica-assistant")
    event.add("dtstamp", datetime.combine(plan.made_on, time(), timezone.utc))
    event.add("summary", title)
    return event
