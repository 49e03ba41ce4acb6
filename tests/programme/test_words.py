"""What the programme says is easy to read, and promises or diagnoses nothing."""

import re
from datetime import timedelta
from itertools import product

import textstat

from programme import diary
from programme.answers import Answers
from programme.diary import Entry
from programme.plan import make_plan
from programme.plan_reply import plan_text
from programme.readiness import way_back, which_stage

BANNED = re.compile(r"\bcure|guarantee|you have (a |an )?(slipped|herniated|bulging)|diagnosis: ", re.I)
PLACEHOLDER = re.compile(r"\{\w+\}")


def grade(text):
    """Flesch-Kincaid grade; each line of a list counts as a sentence."""
    lines = [line.strip("- ") for line in text.splitlines() if line.strip("- ")]
    return textstat.flesch_kincaid_grade(" ".join(x if x[-1] in ".!?" else f"{x}." for x in lines))


def all_texts(kb, today):
    rule_outs = [str(c.value) for c in kb.programme.question("rule_outs").choices]
    for question in kb.programme.questions:
        yield f"question {question.id}", question.text
        yield f"why {question.id}", question.why
        yield f"again {question.id}", question.ask_again
    for pain, days, stage, rule_out in product((2, 5, 8), (3, 100), (1, 2, 3, 4), rule_outs):
        told = frozenset() if rule_out == "none" else frozenset([rule_out])
        answers = Answers(pain, days, told, frozenset(["sitting"]), 20, "both", stage)
        yield f"plan {answers}", plan_text(kb, make_plan(kb, answers, today))
    for scores in ([7, 7, 7], [2] * 7, [5, 4, 5, 4], [3]):
        noted = [Entry(today - timedelta(days=n), s, done=True) for n, s in enumerate(scores)]
        yield f"diary {scores}", diary.diary_text(kb, noted, today)
    for text in ("", "stage 1", "stage 2", "stage 3", "stage 4", "I move better", "week 5"):
        yield f"readiness {text}", which_stage(kb, text).text
    for activity in kb.programme.readiness.activities:
        yield f"back to {activity.name}", way_back(kb, activity.words[0])


def test_all_texts_are_easy_to_read(kb, today):
    grades = {name: grade(text) for name, text in all_texts(kb, today)}
    assert max(grades.values()) <= 6, sorted(grades.items(), key=lambda pair: -pair[1])[:8]


def test_no_text_promises_diagnoses_or_leaves_a_gap(kb, today):
    for name, text in all_texts(kb, today):
        assert not BANNED.search(text), name
        assert name == "question stage" or not PLACEHOLDER.search(text), name
