"""The learned net for warning signs: what it guesses, keeps on disk, and takes as thresholds."""

from dataclasses import replace

import numpy as np
import pytest

from assistant.nlu.warning_net import FILE, WarningNet, fit
from assistant.nlu.warning_training import CAUGHT, choose_thresholds
from triage import Guess, Thresholds

LABELS = ["emergency/bladder", "urgent/dvt", "soon/low-mood", "none/negated"]


@pytest.fixture(scope="module")
def net():
    """Four classes around one axis each."""
    random = np.random.default_rng(0)
    rows = np.array([np.eye(8)[n % 4] + random.normal(0, 0.1, 8) for n in range(200)])
    labels = np.array([LABELS[n % 4] for n in range(200)])
    return fit(rows.astype(np.float32), labels)


@pytest.mark.parametrize(("axis", "level"), [(0, "emergency"), (1, "urgent"), (2, "any"), (3, None)])
def test_probabilities_add_up_by_level(net, axis, level):
    (guess,) = net.guesses(np.eye(8, dtype=np.float32)[axis : axis + 1])
    reached = {"emergency": guess.emergency, "urgent": guess.urgent, "any": guess.any}
    order = list(reached)
    for name, probability in reached.items():
        expected = level is not None and order.index(name) >= order.index(level)
        assert (probability > 0.5) == expected, name
    assert guess.signs == {"emergency": "bladder", "urgent": "dvt", "soon": "low-mood"}


def test_a_saved_net_guesses_the_same(net, tmp_path):
    chosen = replace(net, thresholds=Thresholds(card=0.25))
    chosen.save(tmp_path)
    loaded = WarningNet.load(tmp_path)
    rows = np.random.default_rng(1).normal(size=(5, 8)).astype(np.float32)
    assert loaded.guesses(rows) == chosen.guesses(rows)
    assert loaded.thresholds == chosen.thresholds
    with np.load(tmp_path / FILE, allow_pickle=False) as arrays:
        assert {arrays[name].dtype.kind for name in arrays.files} <= set("fU")


def guess(urgent):
    return Guess({"emergency": "bladder", "urgent": "dvt", "soon": "low-mood"}, 0.0, urgent, urgent)


def test_the_strictest_threshold_that_catches_enough_is_chosen():
    seen = [0.9] * 99 + [0.32] + [0.01] * 50
    labels = np.array(["urgent/dvt"] * 100 + ["none/usual"] * 50)
    findings = [[] for _ in seen]
    assert choose_thresholds(findings, [guess(p) for p in seen], labels).card == 0.5
    many_low = [0.9] * 90 + [0.32] * 10 + [0.01] * 50
    chosen = choose_thresholds(findings, [guess(p) for p in many_low], labels)
    assert chosen.card == 0.3
    assert CAUGHT > 0.9
