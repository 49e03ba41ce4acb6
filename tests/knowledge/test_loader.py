"""Content is validated at load, and every mistake is reported at once, with file and key."""

import shutil

import pytest
import yaml

import knowledge
from assistant.paths import ROOT


@pytest.fixture
def content(tmp_path):
    """A copy of the content that a test may break."""
    shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge")
    return tmp_path / "knowledge"


def change(path, **values):
    record = yaml.safe_load(path.read_text())
    record.update(values)
    path.write_text(yaml.safe_dump(record))


def errors_of(content):
    with pytest.raises(knowledge.ContentError) as raised:
        knowledge.load(content)
    return raised.value.errors


def test_the_content_loads_and_covers_every_fact(kb):
    asked = yaml.safe_load((ROOT / "benchmarks" / "questions.yml").read_text())
    assert {question["topic"] for question in asked} <= kb.items.keys()
    assert len({question["topic"] for question in asked}) == 107


def test_all_mistakes_are_reported_at_once(content):
    change(content / "exercises" / "ex-plank.yml", steps=[], colour="red")
    change(content / "stages" / "stage-1.yml", number=7)
    errors = errors_of(content)
    assert len(errors) == 3
    assert any(e.startswith("exercises/ex-plank.yml, ex-plank, steps:") for e in errors)
    assert any(e.startswith("exercises/ex-plank.yml, ex-plank, colour:") for e in errors)
    assert any(e.startswith("stages/stage-1.yml, stage-1, number:") for e in errors)


def test_broken_yaml_names_file_and_line(content):
    (content / "topics" / "home.yml").write_text("- id: a\n  title: [unclosed\n")
    assert any(e.startswith("topics/home.yml, line ") for e in errors_of(content))


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("sources", ["nobody"], "exercises/ex-plank.yml, ex-plank, sources: there is no 'nobody'"),
        ("related", ["ex-plank", "why-core"], "related: there is no 'ex-plank'"),
        ("id", "ex-bird-dog", "ex-bird-dog: the id is used 2 times"),
        ("aliases", ["bird dog"], "'bird dog' names 2 exercises or stages"),
    ],
)
def test_records_must_fit_each_other(content, key, value, expected):
    change(content / "exercises" / "ex-plank.yml", **{key: value})
    assert any(expected in e for e in errors_of(content))


def test_a_reviewed_record_needs_its_reviewer(content):
    change(content / "stages" / "stage-2.yml", status="reviewed")
    assert "needs the clinician's name" in errors_of(content)[0]


def test_an_empty_and_a_missing_file_are_reported(content):
    (content / "topics" / "home.yml").write_text("")
    (content / "wording.yml").unlink()
    assert {"topics/home.yml: the file is empty", "wording.yml: the file is missing"} <= set(
        errors_of(content)
    )


def test_a_rule_may_only_use_known_concepts(content):
    record = yaml.safe_load((content / "red_flags" / "spinal.yml").read_text())
    record["signs"][0]["rules"].append("numb + not-there")
    (content / "red_flags" / "spinal.yml").write_text(yaml.safe_dump(record))
    assert "there is no concept 'not-there'" in errors_of(content)[0]


def test_every_sign_needs_its_card(content):
    cards = [
        card for card in yaml.safe_load((content / "cards.yml").read_text()) if card["sign"] != "bladder"
    ]
    (content / "cards.yml").write_text(yaml.safe_dump(cards))
    assert errors_of(content) == ["cards.yml: write a card of level 'emergency' for the sign 'bladder'"]


@pytest.mark.parametrize(
    ("found", "put", "expected"),
    [
        ("llame al {emergency}", "llame al 112", "languages.yml, es, help: needs {emergency} once"),
        ("- suicid(ar|", "- suicid((ar|", "languages.yml, es, despair: 'suicid((ar|"),
    ],
)
def test_mistakes_in_the_languages_name_record_and_key(content, found, put, expected):
    path = content / "languages.yml"
    path.write_text(path.read_text().replace(found, put, 1))
    assert any(error.startswith(expected) for error in errors_of(content))
