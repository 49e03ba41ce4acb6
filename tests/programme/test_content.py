"""Mistakes in the files of the programme are named with file and key, all at once."""

import shutil

import pytest
import yaml

import knowledge
from knowledge.loader import CONTENT


@pytest.fixture
def content(tmp_path):
    """A copy of the content that a test may break."""
    shutil.copytree(CONTENT, tmp_path / "knowledge")
    return tmp_path / "knowledge"


def broken(content, file, change):
    """Return the errors after `change` has worked on the raw data of a file of the programme."""
    path = content / "programme" / file
    raw = yaml.safe_load(path.read_text())
    change(raw)
    path.write_text(yaml.safe_dump(raw))
    with pytest.raises(knowledge.ContentError) as raised:
        knowledge.load(content)
    return "\n".join(raised.value.errors)


@pytest.mark.parametrize(
    ("file", "change", "expected"),
    [
        ("fit.yml", lambda raw: raw.pop(), "programme/fit.yml: say for whom 'ex-pool-walking' fits"),
        (
            "fit.yml",
            lambda raw: raw[1]["ways"][0]["not_with"].update(gout="x"),
            "ex-pelvic-tilt: 'gout' is no choice",
        ),
        (
            "fit.yml",
            lambda raw: raw[1].update(sources=["x"]),
            "fit.yml, ex-pelvic-tilt, sources: there is no 'x'",
        ),
        ("fit.yml", lambda raw: raw[1]["ways"][1].pop("steps"), "needs its own 'name' and 'steps'"),
        ("fit.yml", lambda raw: raw[2].pop("seconds_each"), "ex-cat-cow, seconds_each: nothing is held"),
        ("rules.yml", lambda raw: raw.pop(), "programme/rules.yml: pain 0 for 84 days fits []"),
        (
            "rules.yml",
            lambda raw: raw[0].update(colour="red"),
            "programme/rules.yml, strong-pain, colour:",
        ),
        ("plan.yml", lambda raw: raw["walks"].pop(), "the last one must hold for everybody"),
        (
            "plan.yml",
            lambda raw: raw["advice"][0]["when"].update(without=["x"]),
            "there is no choice 'x'",
        ),
        ("plan.yml", lambda raw: raw["words"].pop("heart"), "words: 'heart' is missing"),
        ("diary.yml", lambda raw: raw["rules"].pop(), "diary.yml, rules: the last rule must hold"),
        (
            "diary.yml",
            lambda raw: raw["exercise_words"].update({"ex-x": ["x"]}),
            "there is no exercise 'ex-x'",
        ),
        (
            "questions.yml",
            lambda raw: raw[0].pop("why"),
            "programme/questions.yml, safety, why: field required",
        ),
    ],
)
def test_a_mistake_is_named(content, file, change, expected):
    assert expected in broken(content, file, change)
