"""Trains the learned net for warning signs and sets its thresholds by cross-validation."""

import itertools
import random
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.training_data import TrainingData
from sklearn.model_selection import StratifiedKFold

from assistant.nlu.encoder import training_encoder
from assistant.nlu.linear_classifier import Settings, fit
from assistant.nlu.warning_net import WarningNet, guesses, inputs
from assistant.paths import ENCODER_CACHE, ROOT
from triage import Finding, Guess, Screen, Thresholds, decide

PHRASES = ROOT / "triage" / "phrases"
SETTINGS = Settings(regularization=10.0, word_ngrams=3, char_dimensions=150)
FOLDS = 3
# Ordinary questions taken from each intent, so that the net knows what most messages are like.
ORDINARY_PER_INTENT = 80
_NOT_ORDINARY = {"report_warning_sign", "report_checked"}
ORDINARY = "none/ordinary-question"
# Of ordinary questions at least this share must come without an urgent or emergency card: a warning
# that comes too often is not read any more.
UNDISTURBED = 0.985
# Values that the thresholds are chosen from.
_EMERGENCY, _URGENT, _DISMISS = (0.1, 0.2, 0.3, 0.4, 0.5), (0.2, 0.3, 0.4, 0.5), (0.01, 0.05)
_RANK = {None: 0, "check": 1, "soon": 2, "urgent": 3, "emergency": 4}


def messages(folder: Path = PHRASES) -> list[dict[str, Any]]:
    """Return the training messages: `text`, `level`, `sign`, and `kind` for look-alikes."""
    files = sorted(folder.glob("*.yml"))
    return [record for file in files for record in yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)]


def fit_net(training_data: TrainingData, screen: Screen) -> WarningNet:
    """Return the net, fitted on the training messages and a share of the ordinary questions."""
    reported = messages()
    ordinary = _ordinary(training_data, screen)
    texts = [m["text"] for m in reported] + ordinary
    labels = [f"{m['level']}/{m.get('kind') or m['sign']}" for m in reported]
    labels += [ORDINARY] * len(ordinary)
    readings = [screen.read(text) for text in texts]
    dense = inputs(readings, training_encoder(ENCODER_CACHE).encode_many(texts))
    held_out = _cross_validated(texts, dense, labels)
    thresholds = choose_thresholds([r.findings for r in readings], labels, held_out)
    return WarningNet(fit(texts, dense, np.array(labels), SETTINGS), thresholds)


def _ordinary(training_data: TrainingData, screen: Screen) -> list[str]:
    """Return ordinary questions, and each sentence of those that have several.

    The net looks at sentences too, and most sentences of a story are nothing to worry about.
    """
    by_intent = defaultdict(list)
    for example in training_data.intent_examples:
        intent = example.get_full_intent()
        if example.get(TEXT) and intent not in _NOT_ORDINARY:
            by_intent[intent].append(example.get(TEXT))
    chosen = random.Random(SETTINGS.seed)
    found = [
        text
        for intent in sorted(by_intent)
        for text in chosen.sample(by_intent[intent], min(ORDINARY_PER_INTENT, len(by_intent[intent])))
    ]
    return list(dict.fromkeys([*found, *(s for text in found for s in screen.sentences(text))]))


def _cross_validated(texts: list[str], dense: np.ndarray, labels: list[str]) -> list[Guess]:
    """Return a guess for each text by a net that has not seen it."""
    found: dict[int, Guess] = {}
    names = np.array(labels)
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=SETTINGS.seed)
    for train, rest in folds.split(texts, names):
        model = fit([texts[i] for i in train], dense[train], names[train], SETTINGS)
        found.update(zip(rest.tolist(), guesses(model, [texts[i] for i in rest], dense[rest])))
    return [found[i] for i in range(len(texts))]


def choose_thresholds(
    findings: list[list[Finding]], labels: list[str], held_out: list[Guess]
) -> Thresholds:
    """Return the thresholds that miss the fewest signs, of those that leave ordinary questions alone.

    A missed sign weighs more than a false card on a message that sounds like one.
    """
    names = np.array(labels)
    levels = np.array([label.partition("/")[0] for label in labels])
    pairs = [(found, [guess]) for found, guess in zip(findings, held_out)]

    def quality(thresholds: Thresholds) -> tuple[float, float]:
        verdicts = [decide(found, guess, thresholds) for found, guess in pairs]
        ranks = np.array([_RANK[verdict.level if verdict else None] for verdict in verdicts])
        undisturbed = np.mean(ranks[names == ORDINARY] < _RANK["urgent"])
        caught = sum(np.mean(ranks[levels == name] >= _RANK[name]) for name in ("emergency", "urgent"))
        look_alikes = ranks[(levels == "none") & (names != ORDINARY)]
        return min(undisturbed, UNDISTURBED), 2 * caught + np.mean(look_alikes < _RANK["urgent"])

    options = [
        Thresholds(e, u, soon=0.8, check=0.7 * min(e, u), confirm=0.6 * u, dismiss=d)
        for e, u, d in itertools.product(_EMERGENCY, _URGENT, _DISMISS)
    ]
    return max(options, key=quality)
