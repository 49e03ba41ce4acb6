"""Answers: whole as text, structured as a card, within the standards for patients' texts."""

import re
import statistics

import pytest
import textstat

from knowledge import answers, details
from knowledge.models import Dose, Exercise, Stage

BANNED = re.compile(
    r"you have (a |an )?(slipped|herniated|bulging) disc|guarantee|(always|never) safe"
    r"|stop (taking )?your medicine|\b\d+ ?(mg|tablets)\b",
    re.I,
)


def grade(text):
    """Flesch-Kincaid grade; each line of a list counts as a sentence."""
    lines = [line.strip("- ") for line in text.splitlines() if line.strip("- ")]
    return textstat.flesch_kincaid_grade(" ".join(x if x[-1] in ".!?" else f"{x}." for x in lines))


def test_answers_are_easy_to_read(kb):
    grades = {item.id: grade(answers.text(kb, item)) for item in kb.items.values()}
    assert statistics.mean(grades.values()) <= 6
    assert max(grades.values()) <= 8, max(grades, key=grades.get)


def test_no_answer_diagnoses_promises_or_doses(kb):
    said = {item.id: BANNED.search(answers.text(kb, item)) for item in kb.items.values()}
    assert {item: hit[0] for item, hit in said.items() if hit} == {}


def test_answers_fit_into_a_chat(kb):
    assert max(len(answers.text(kb, item)) for item in kb.items.values()) <= 2500


def test_the_short_answer_comes_first_and_the_safety_line_last(kb):
    text = answers.text(kb, kb.item("cause-stenosis"))
    assert text.startswith(kb.item("cause-stenosis").short)
    assert text.endswith(kb.wording.safety_line.strip())


def test_the_safety_line_is_left_out_where_it_has_no_place(kb):
    assert kb.wording.safety_line.strip() not in answers.text(kb, kb.item("what-to-wear"))


@pytest.mark.parametrize("kind", [Exercise, Stage])
def test_text_alone_is_the_whole_answer(kb, kind):
    """A channel without cards loses nothing: every list of the record stands in the text."""
    for item in (i for i in kb.items.values() if isinstance(i, kind)):
        text = answers.text(kb, item)
        lists = (
            [item.steps, item.stop_if, item.avoid_if] if kind is Exercise else [item.goals, item.advice]
        )
        assert all(line in text for lines in lists for line in lines), item.id


def test_every_card_holds_what_the_contract_says(kb):
    needed = {"topic", "title", "sources", "reviewed_on", "status", "related"}
    exercise = {
        "steps", "dose", "easier", "harder", "mistakes", "stop_if", "avoid_if", "stage",
    }  # fmt: skip
    for item in kb.items.values():
        card = answers.card(kb, item)
        assert needed <= card.keys() and card["topic"] == item.id
        assert card["type"] == ("exercise" if isinstance(item, Exercise) else "answer")
        assert card["type"] == "answer" or exercise <= card.keys()
        assert all({"title", "publisher", "year"} <= source.keys() for source in card["sources"])


@pytest.mark.parametrize(
    ("dose", "expected"),
    [
        ({"hold_seconds": 20, "repetitions": 3, "each_side": True, "times_a_day": 2},
         "Hold for 20 seconds. Do it 3 times on each side. Do this 2 times a day."),
        ({"minutes": 5, "times_a_day": 1}, "Go for about 5 minutes. Do this once a day."),
        ({"repetitions": 1, "sets": 3}, "Do it once. Rest a little, then do 3 rounds in all."),
        ({}, ""),
    ],
)  # fmt: skip
def test_doses_are_said_in_plain_sentences(kb, dose, expected):
    assert answers.dose_sentences(Dose(**dose), kb.wording) == expected


def test_sources_are_cited_with_publisher_and_date(kb):
    citation = answers.citation(kb, kb.item("ex-walking"))
    assert "The Lancet, 2024" in citation
    assert "no date given" in citation
    assert kb.item("ex-walking").reviewed_on.isoformat() in citation
    assert "A clinician has not signed" in citation


@pytest.mark.parametrize("aspect", details.ASPECTS)
def test_every_exercise_answers_every_follow_up(kb, aspect):
    for exercise in kb.exercises.values():
        said = details.text(kb, exercise, aspect)
        assert said.startswith(f"{exercise.name}: ")
        assert len(said) > len(exercise.name) + 10, exercise.id


def test_follow_ups_say_what_the_record_says(kb):
    plank = kb.exercises["ex-plank"]
    assert f"{plank.dose.hold_seconds} seconds" in details.text(kb, plank, "hold")
    assert plank.easier in details.text(kb, plank, "easier")
    assert all(line in details.text(kb, plank, "safety") for line in plank.stop_if)
    assert "do both sides" in details.text(kb, kb.exercises["ex-piriformis"], "sides")


def test_the_longer_answer_holds_the_answer_and_what_belongs_to_it(kb):
    for item in (kb.item("swimming"), kb.item("ex-plank"), kb.item("stage-2")):
        longer = answers.longer_text(kb, item)
        assert longer.startswith(answers.text(kb, item))
        assert len(longer) > len(answers.text(kb, item)) + 50
    assert kb.exercises["ex-plank"].easier.strip() in answers.longer_text(kb, kb.item("ex-plank"))
