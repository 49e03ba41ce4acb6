"""The diary reads entries, tells the week and the trend, and proposes by fixed rules."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programme import diary
from programme.diary import Entry
from programme.diary_reading import added, noted, read_entry

PLAN = ["ex-walking", "ex-pelvic-tilt"]


@pytest.mark.parametrize(
    ("text", "back", "score", "exercises"),
    [
        ("my pain is 5 today", 0, 5, ()),
        ("6", 0, 6, ()),
        ("Sorry, I meant 4, not 3", 0, 4, ()),
        ("my pain is not 7 but 5", 0, 5, ()),
        ("no pain today", 0, 0, ()),
        ("pain was 7 yesterday", 1, 7, ()),
        ("2 days ago it was 8 out of 10", 2, 8, ()),
        ("on monday pain 3 and did everything", 5, 3, tuple(PLAN)),
        ("did my exercises", 0, None, tuple(PLAN)),
        ("Did my exercices, pain about a four", 0, 4, tuple(PLAN)),
        ("did 3 sets of planks, pain 4", 0, 4, ("ex-plank",)),
        ("i did the cat cow and knee hugs", 0, None, ("ex-cat-cow", "ex-knee-to-chest")),
        ("worse after the bird-dog", 0, None, ("ex-bird-dog",)),
        ("walked 20 minutes, felt good", 0, None, ("ex-walking",)),
        ("skipped the plank yesterday", 1, None, ()),
        ("didn't do my exercises", 0, None, ()),
        ("slept badly", 0, None, ()),
    ],
)
def test_entries_are_read(kb, today, text, back, score, exercises):
    entry = read_entry(kb, text, today, PLAN)
    assert entry.date == today - timedelta(days=back)
    assert (entry.score, set(entry.exercises)) == (score, set(exercises))
    assert entry.done is bool(exercises)
    assert entry.note == text


@pytest.mark.parametrize(
    ("texts", "scores"),
    [
        (["pain 3", "sorry, I meant 4, not 3"], [4]),
        (["pain 6", "pain 3", "typo, it should be 2 out of 10"], [6, 2]),
        (["pain 3", "pain 4"], [3, 4]),
        (["I meant 4"], [4]),
    ],
)
def test_a_correction_takes_the_place_of_the_last_score(kb, today, texts, scores):
    entries = []
    for text in texts:
        entries = added(kb, entries, read_entry(kb, text, today))
    assert [entry.score for entry in entries] == scores


def test_what_was_noted_is_said_back(kb, today):
    assert noted(kb, read_entry(kb, "pain 5", today)) == "I noted pain 5 out of 10 for 21 November 2026."
    assert "Leave Bird-dog out for a day or two" in noted(
        kb, read_entry(kb, "worse after bird-dog", today)
    )
    assert "Leave" not in noted(kb, read_entry(kb, "did my exercises, a bit sore", today, PLAN))


def entries(today, scores, done=False):
    """Entries with these scores, the last one today; None is a day without."""
    first = today - timedelta(days=len(scores) - 1)
    return [
        Entry(first + timedelta(days=n), score, done=done)
        for n, score in enumerate(scores)
        if score is not None
    ]


@pytest.mark.parametrize(
    ("scores", "done", "change", "rule"),
    [
        ([6, 3, 6], False, "down", "two-of-three-above-five"),
        ([3, 3, 3, 3, 6, 3, 7], True, "down", "two-of-three-above-five"),
        ([6, 3, 6, 3, 3, 3, 3], True, "down", "twice-red-in-a-week"),
        ([6, 6, 3, 3, 3, 3, 3, 3, 3], True, "up", "calm-and-done"),
        ([3, 2, 3, 5, 1, 0, 3], True, "up", "calm-and-done"),
        ([3, 2, 3, 5, 1, 0, 3], False, "same", "calm-not-done"),
        ([5, 5, 5], True, "same", "enough-days"),
        ([3, 3, 3, 3], True, "same", "enough-days"),
        ([5, 5], True, "none", None),
        ([], False, "none", None),
        ([7, None, None, None, None, None, None, 7], False, "none", None),
    ],
)
def test_rules_propose_a_change_and_say_why(kb, today, scores, done, change, rule):
    proposed = diary.propose(kb, entries(today, scores, done), today)
    assert proposed.change == change
    assert rule is None or proposed.rule == rule
    assert "{" not in proposed.why


def test_the_reason_counts_the_days(kb, today):
    why = diary.propose(kb, entries(today, [6, 3, 6]), today).why
    assert why.startswith("On 2 of the last 3 days your pain was above 5. Go back one step")


def test_a_day_counts_with_its_highest_score(kb, today):
    twice = [Entry(today, 3), Entry(today, 7), Entry(today - timedelta(days=1), 8)]
    assert diary.propose(kb, twice, today).change == "down"


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        ([7, 6, 3, 2], "went down: from about 6 to about 2"),
        ([2, 3, 6, 7], "went up"),
        ([4, 4, 4, 4], "stayed about the same"),
        ([4, 4, 4], "too early"),
    ],
)
def test_the_trend_is_told_in_words(kb, today, scores, words):
    assert words in diary.trend(kb, entries(today, scores))


def test_last_week_is_told_day_by_day(kb, today):
    noted_days = [
        Entry(today - timedelta(days=7), 9),
        Entry(today - timedelta(days=1), 4, "ok", ("ex-walking",), True),
        Entry(today, 3),
    ]
    text = diary.last_week(kb, noted_days, today)
    assert "- 20 November 2026: pain 4, did Walking, note: ok" in text
    assert "21 November 2026: pain 3" in text and "pain 9" not in text
    assert "nothing in your diary" in diary.last_week(kb, noted_days[:1], today)


def test_an_empty_diary_says_how_to_begin(kb, today):
    assert "my pain is 5 today" in diary.diary_text(kb, [], today)
    assert diary.diary_payload(kb, [], today)["advice"]["change"] == "none"


def test_the_payload_holds_what_the_contract_says(kb, today):
    payload = diary.diary_payload(kb, [Entry(today, 5, "x"), Entry(date(2026, 11, 1), 3)], today)
    assert (payload["type"], payload["topic"]) == ("diary", "diary")
    assert [point["date"] for point in payload["points"]] == ["2026-11-01", "2026-11-21"]
    assert {"date", "score", "note", "exercises"} <= payload["points"][0].keys()
    assert payload["advice"].keys() == {"change", "why"}


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=700))
def test_no_note_raises_and_points_round_trip(kb, today, text):
    entry = read_entry(kb, text, today, PLAN)
    assert Entry.from_point(entry.as_point()) == entry
    assert noted(kb, entry) and diary.diary_text(kb, [entry], today)
