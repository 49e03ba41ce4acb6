"""What a model is trained from, and when it is out of date."""

import shutil

import pytest

import knowledge
from assistant import model
from assistant.paths import ROOT
from assistant.training_phrases import FRAMES, phrases


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A copy of what a model is trained from, that a test may change."""
    for name in ("config.yml", "domain.yml"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("data", "knowledge", "assistant", "triage"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    content = tmp_path / "knowledge"
    load = knowledge.load
    monkeypatch.setattr(model, "ROOT", tmp_path)
    monkeypatch.setattr(model.knowledge, "load", lambda: load(content))
    return tmp_path


@pytest.mark.parametrize(
    "file", ["config.yml", "domain.yml", "data/nlu.yml", "assistant/nlu/encoder.py", "triage/screen.py"]
)
def test_a_change_of_data_or_configuration_needs_training(project, file):
    before = model.current_model()
    (project / file).write_text((project / file).read_text() + "\n# changed\n")
    assert model.current_model() != before


def test_a_change_of_an_answer_needs_no_training(project):
    before = model.current_model()
    path = project / "knowledge" / "exercises" / "ex-plank.yml"
    path.write_text(path.read_text().replace("status: draft", "status: draft # changed"))
    assert model.current_model() == before


def test_a_new_name_of_an_exercise_needs_training(project):
    before = model.current_model()
    path = project / "knowledge" / "exercises" / "ex-plank.yml"
    path.write_text(path.read_text().replace("name: ", "name: Super ", 1))
    assert model.current_model() != before


def test_no_disk_is_said_before_training(project, monkeypatch):
    monkeypatch.setattr(model, "NEEDED_DISK_MB", 10**9)
    with pytest.raises(model.TrainingError, match="MB are free"):
        model.train(print)


def test_phrases_are_made_from_every_name(kb):
    made = dict(phrases(kb))
    assert made[kb.item("why-pt").title] == "faq/why-pt"
    for alias in kb.exercises["ex-bird-dog"].aliases:
        assert made[FRAMES[0].format(name=alias)] == "faq/ex-bird-dog"
