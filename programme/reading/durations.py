"""How long something has lasted: "three weeks or so", "a fortnight", "since last month"."""

import re
from datetime import date

from knowledge import KnowledgeBase
from programme.reading.plain import digits, one_of

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_MONTH = re.compile(
    r"\b(?:since|from|in|last|early|late|mid|beginning of|end of|start of"
    r"|(?P<before>[0-9]{1,2})(?:st|nd|rd|th)?(?: of)?)\s+"
    rf"(?P<month>{_MONTH_NAME})\b"
    r"(?:\s+(?P<after>[0-9]{1,2})(?:st|nd|rd|th)?\b)?"
    r"(?:\s*(?P<year>20[0-9]{2})|\s+(?P<last>last year))?"
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b")
_YEAR = re.compile(r"\b(?:since|in|from)\s+((?:19|20)[0-9]{2})\b")
_CHRISTMAS = re.compile(r"\b(?:christmas|xmas)\b")
_NEW_YEAR = re.compile(r"\bnew year'?s?\b")
_AMOUNT = r"(?P<n>[0-9]{1,4}(?:[.,][0-9]+)?)"
_RANGE = r"(?:ish)?(?:\s*(?:-|to|or)\s*(?P<to>[0-9]{1,4}))?(?:ish)?"
_FILLER = r"(?:\s*-?\s*(?:of|or so|odd|long|full|whole|good|more|ish)?\s*)"
_LESS = re.compile(r"\b(?:under|less than|nearly|almost|not quite|below)\s*$")
_MOST_DAYS = 36_500


def days(kb: KnowledgeBase, text: str, today: date) -> int | None:
    """Return the time in days that plain text tells, or None.

    Of a range the shorter end counts, of several times the longest: that is when it began.
    """
    said = digits(text)
    found = [*_counted(kb, said), *_dated(said, today)]
    if not found:
        found = _phrases(kb, text)
    return min(max(found), _MOST_DAYS) if found else None


def _counted(kb: KnowledgeBase, said: str) -> list[int]:
    """Return amounts with their unit, in days; "2 weeks and 3 days" is one time."""
    reading = kb.programme.reading
    lengths = {word: reading.days[unit] for unit, words in reading.units.items() for word in words}
    pattern = one_of(tuple(lengths)).pattern
    said = re.sub(rf"\bhalf (?:a |an )?({pattern})", r"0.5 \1", said)
    said = re.sub(rf"\b(?:a )?quarter (?:of )?(?:a |an )?({pattern})", r"0.25 \1", said)
    said = re.sub(rf"\b(?:a|an|1) ({pattern}) and a half", r"1.5 \1", said)
    said = re.sub(rf"([0-9]+) ({pattern}) and a half", r"\1.5 \2", said)
    for words, amount in sorted(reading.amounts.items(), key=lambda pair: -len(pair[0])):
        said = re.sub(
            rf"\b{words}(?= (?:of |good |whole |full |long |more )*(?:{pattern}))", str(amount), said
        )
    said = re.sub(r"\ba (?=[0-9])", "", said)
    found: list[int] = []
    end = -1
    for match in re.finditer(rf"(?<![0-9.,]){_AMOUNT}{_RANGE}{_FILLER}(?P<unit>{pattern})", said):
        length = round(float(match["n"].replace(",", ".")) * lengths[match["unit"]])
        length -= 1 if length and _LESS.search(said[: match.start()]) else 0
        if found and said[end : match.start()].strip() in ("and", ",", ""):
            found[-1] += length
        else:
            found.append(length)
        end = match.end()
    return found


def _dated(said: str, today: date) -> list[int]:
    """Return the days since dates, months, weekdays and years that are named."""
    starts = [date(int(year), 7, 1) for year in _YEAR.findall(said)]
    for match in _MONTH.finditer(said):
        month = _MONTHS.index(match["month"][:3]) + 1
        day = min(max(int(match["before"] or match["after"] or 15), 1), 28)
        year = int(match["year"]) if match["year"] else today.year
        start = date(year, month, day)
        before = match["last"] or not match["year"] and start > today
        starts.append(date(year - 1, month, day) if before else start)
    for pattern, month, day in ((_CHRISTMAS, 12, 25), (_NEW_YEAR, 1, 1)):
        if pattern.search(said):
            start = date(today.year, month, day)
            starts.append(start if start <= today else date(today.year - 1, month, day))
    found = [(today - start).days for start in starts if start <= today]
    for name in _WEEKDAY.findall(said):
        found.append((today.weekday() - _WEEKDAYS.index(name)) % 7 or 7)
    return found


def _phrases(kb: KnowledgeBase, text: str) -> list[int]:
    """Return the longest known phrase in days: "last month", "a fortnight", "months"."""
    phrases = kb.programme.reading.days
    found = [match[0] for match in one_of(tuple(phrases)).finditer(text)]
    return [round(phrases[phrase]) for phrase in found if phrase in phrases]
