"""Times and dates in plain words."""

from datetime import date

from knowledge import KnowledgeBase

# From how many days on a time is said in this unit, and the unit's length in days.
_UNITS = ((730, "years", 365), (365, "year", 365), (84, "months", 30), (14, "weeks", 7), (7, "week", 7))


def ago(kb: KnowledgeBase, days: int) -> str:
    """Return how long ago something was: "2 days ago", "about 3 weeks ago"."""
    words = kb.programme.plan.words
    for least, unit, length in _UNITS:
        if days >= least:
            return words[f"ago_{unit}"].format(n=round(days / length))
    if days < 2:
        return words["ago_day" if days else "ago_today"]
    return words["ago_days"].format(n=days)


def day(kb: KnowledgeBase, when: date) -> str:
    """Return a date in words: "21 November 2026"."""
    words = kb.programme.plan.words
    return words["date"].format(
        day=when.day, month=words["months"].split()[when.month - 1], year=when.year
    )
