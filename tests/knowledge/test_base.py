"""Look-ups of the knowledge base."""

import subprocess
import sys


def test_another_exercise_is_new_until_all_were_shown(kb):
    current, shown = "ex-pelvic-tilt", ["ex-pelvic-tilt"]
    for _ in range(len(kb.exercises) - 1):
        current = kb.next_exercise(current, shown).id
        assert current not in shown
        shown.append(current)
    assert kb.next_exercise(current, shown).id == "ex-pelvic-tilt"


def test_another_exercise_stays_in_the_stage(kb):
    assert 3 in kb.next_exercise("ex-bird-dog", ["ex-bird-dog"]).stages


def test_without_a_focus_the_first_stage_begins(kb):
    assert 1 in kb.next_exercise(None, []).stages


def test_an_unknown_id_is_no_item(kb):
    assert kb.item("no-such-thing") is None
    assert kb.item(None) is None


def test_importing_the_knowledge_needs_neither_rasa_nor_tensorflow():
    code = "import sys, knowledge; knowledge.load(); print({'rasa', 'tensorflow', 'sanic'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "set()"
