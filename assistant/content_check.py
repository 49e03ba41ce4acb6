"""Checks all content and configuration that people edit, and reports all mistakes at once."""

from collections import Counter
from functools import partial
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

import knowledge
from assistant.channel.words import words
from assistant.paths import ROOT
from assistant.training_phrases import written
from illustrations.loader import load_labels, load_poses
from knowledge import site
from knowledge.details import ASPECTS, STEPS

RASA_FILES = (
    "config.yml", "domain.yml", "endpoints.yml", "credentials.yml",
    "data/nlu.yml", "data/rules.yml", "data/stories.yml",
)  # fmt: skip
CHANNEL = "assistant.channel.WebChat"
MIN_PHRASES = 25
MIN_PHRASES_EXERCISE = 5  # an exercise is also found by its names


def errors(root: Path = ROOT) -> list[str]:
    """Return a line for each mistake, with file, key and remedy; an empty list is a clean check."""
    found: list[str] = []
    try:
        kb = knowledge.load(root / "knowledge")
    except knowledge.ContentError as error:
        found += [f"knowledge/{line}" for line in error.errors]
        kb = None
    files = {name: _read(root / name, name, found) for name in RASA_FILES}
    try:
        site.read(site.file(root), kb.countries if kb else ())
    except site.SiteError as error:
        found += error.errors
    for check in (words, load_labels, partial(load_poses, set(kb.exercises)) if kb else list):
        try:
            check()
        except knowledge.ContentError as error:
            found += error.errors
    if _keys_of_channel(files["credentials.yml"]):
        found.append(f"credentials.yml, {CHANNEL}: write nothing below it; its settings are in site.yml")
    nlu, domain = files["data/nlu.yml"], files["domain.yml"]
    if kb and isinstance(nlu, dict) and isinstance(domain, dict):
        found += _check_phrases(nlu, domain, kb)
    return found


def _read(path: Path, name: str, found: list[str]) -> object:
    try:
        return YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        found.append(f"{name}: the file is missing")
    except MarkedYAMLError as error:
        line = f", line {error.problem_mark.line + 1}" if error.problem_mark else ""
        found.append(f"{name}{line}: {error.problem}")
    return None


def _keys_of_channel(credentials: object) -> bool:
    return isinstance(credentials, dict) and bool(credentials.get(CHANNEL))


def _check_phrases(nlu: dict, domain: dict, kb: knowledge.KnowledgeBase) -> list[str]:
    """Check that phrases, intents and items belong together, and that no phrase has two intents."""
    phrases = written(nlu)
    known = {
        "faq": kb.items.keys(),
        "exercise_detail": ASPECTS.keys() | {STEPS},
        **{
            intent: {
                name.partition("/")[2]
                for name in domain["responses"]
                if name.startswith(f"utter_{intent}/")
            }
            for intent in ("out_of_scope", "chitchat")
        },
    }
    intents = {i if isinstance(i, str) else next(iter(i)) for i in domain["intents"]}
    found = []
    for label in phrases:
        intent, _, key = label.partition("/")
        if intent not in intents:
            found.append(f"data/nlu.yml, {label}: add {intent!r} to the intents of domain.yml")
        elif key and key not in known.get(intent, ()):
            found.append(f"data/nlu.yml, {label}: there is nothing called {key!r} to answer it with")
    for item in kb.items:
        needed = MIN_PHRASES_EXERCISE if item in kb.exercises else MIN_PHRASES
        have = len(phrases.get(f"faq/{item}", []))
        if have < needed:
            found.append(f"data/nlu.yml, faq/{item}: has {have} phrases, write at least {needed}")
    owners = Counter(p.casefold() for texts in phrases.values() for p in set(texts))
    found += [f"data/nlu.yml: {p!r} stands {n} times; keep one" for p, n in owners.items() if n > 1]
    return found
