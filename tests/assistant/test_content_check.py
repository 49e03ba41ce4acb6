"""`sciatica check` names file, key and remedy of every mistake in content and training data."""

import shutil

import pytest

from assistant import content_check
from assistant.paths import ROOT


@pytest.fixture
def project(tmp_path):
    for name in ("config.yml", "domain.yml", "endpoints.yml", "credentials.yml", "site.yml"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("data", "knowledge"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def edit(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_the_project_is_in_order():
    assert content_check.errors() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("data/nlu.yml", "intent: greet", "intent: grete", "data/nlu.yml, grete: add 'grete' to the intents"),
        ("data/nlu.yml", "faq/why-pt", "faq/why-not", "data/nlu.yml, faq/why-not: there is nothing called"),
        ("data/nlu.yml", "faq/why-pt", "faq/why-not", "data/nlu.yml, faq/why-pt: has 0 phrases"),
        ("data/nlu.yml", "intent: greet\n    examples: |\n", "intent: greet\n    examples: |\n      - thank you\n",
         "data/nlu.yml: 'thank you' stands 2 times"),
        ("config.yml", "language: en", "language: [en", "config.yml, line "),
        ("domain.yml", "version:", "version: [\n", "domain.yml, line "),
        ("knowledge/stages/stage-1.yml", "number: 1", "number: x", "knowledge/stages/stage-1.yml, stage-1, number"),
        ("site.yml", "guided_plan: true", "guided_plan: perhaps", "site.yml, guided_plan: "),
        ("site.yml", "country:", "country: ZZ", "site.yml, country: there is no 'ZZ'; write one of "),
        ("credentials.yml", "assistant.channel.WebChat:", "assistant.channel.WebChat: {country: GB}",
         "credentials.yml, assistant.channel.WebChat: write nothing below it"),
    ],
)  # fmt: skip
def test_mistakes_are_named(project, file, old, new, expected):
    edit(project / file, old, new)
    assert any(line.startswith(expected) for line in content_check.errors(project))


def test_mistakes_in_several_files_come_together(project):
    (project / "data" / "rules.yml").unlink()
    edit(project / "knowledge" / "stages" / "stage-1.yml", "number: 1", "number: x")
    found = content_check.errors(project)
    assert "data/rules.yml: the file is missing" in found
    assert len(found) == 2
