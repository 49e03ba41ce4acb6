"""What the encoder is adapted to: intents, and warning signs against what only sounds alike."""

import random
from dataclasses import dataclass

import numpy as np
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.constants import TEXT

from assistant.adaptation.noise import typed_in_a_hurry
from assistant.nlu.adapter import is_held_out
from assistant.nlu.warning_messages import label, messages
from assistant.nlu.warning_training import NOT_ORDINARY, ORDINARY
from assistant.paths import ROOT

# Stands for "this task says nothing about the text".
NO_LABEL = -1
# Share of warning messages that get an ordinary question before or behind them, and of ordinary
# questions that get another: people write several things at once.
JOINED, PAIRED = 0.2, 0.1
# Share of the phrases of intents that an epoch draws: warning signs are harder to learn.
DRAWN = 0.35
_JOINTS = (" ", ". ", "? ", "\n", ", also ", " and ")


@dataclass(frozen=True)
class Tasks:
    """The phrases of both tasks, without those held out.

    Attributes:
        intents: (text, full intent) pairs.
        signs: (text, label) pairs, see `warning_messages.label`.
    """

    intents: list[tuple[str, str]]
    signs: list[tuple[str, str]]

    @property
    def intent_names(self) -> list[str]:
        """Names of the intents, sorted."""
        return sorted({name for _, name in self.intents})

    @property
    def sign_names(self) -> list[str]:
        """Labels of the warning signs and of what is none, sorted."""
        return sorted({name for _, name in self.signs} | {ORDINARY})


def load() -> Tasks:
    """Return the tasks from `data/`, `knowledge/` and `triage/phrases/`, as training reads them."""
    importer = TrainingDataImporter.load_from_config(
        str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [str(ROOT / "data")]
    )
    examples = importer.get_nlu_data().intent_examples
    intents = [(e.get(TEXT), e.get_full_intent()) for e in examples if e.get(TEXT)]
    signs = [(m["text"], label(m)) for m in messages()]
    return Tasks(*([pair for pair in pairs if not is_held_out(pair[0])] for pairs in (intents, signs)))


def epoch(tasks: Tasks, rng: random.Random) -> list[tuple[str, int, int]]:
    """Return phrases of both tasks, typed as people type, as (text, number of sign, number of intent).

    Args:
        tasks: the phrases.
        rng: draws the mistakes, the joins and the order; other phrases each time.
    """
    signs = {name: number for number, name in enumerate(tasks.sign_names)}
    intents = {name: number for number, name in enumerate(tasks.intent_names)}
    ordinary = [text for text, intent in tasks.intents if intent not in NOT_ORDINARY]
    drawn: list[tuple[str, int, int]] = []
    for text, name in tasks.signs:
        if rng.random() < JOINED:
            text = _joined(text, rng.choice(ordinary), rng)
        drawn.append((text, signs[name], NO_LABEL))
    for text, intent in rng.sample(tasks.intents, int(DRAWN * len(tasks.intents))):
        sign = NO_LABEL if intent in NOT_ORDINARY else signs[ORDINARY]
        drawn.append((text, sign, intents[intent]))
    for _ in range(int(PAIRED * len(ordinary))):
        text = _joined(rng.choice(ordinary), rng.choice(ordinary), rng)
        drawn.append((text, signs[ORDINARY], NO_LABEL))
    rng.shuffle(drawn)
    return [(typed_in_a_hurry(text, rng), sign, intent) for text, sign, intent in drawn]


def _joined(one: str, other: str, rng: random.Random) -> str:
    first, second = (one, other) if rng.random() < 0.5 else (other, one)
    return first + rng.choice(_JOINTS) + second


def batches(
    tokens: list[list[int]], size: int, rng: random.Random
) -> list[tuple[list[int], np.ndarray, np.ndarray]]:
    """Return batches of texts of like length: which texts, ids and mask `[size, tokens]`."""
    order = sorted(range(len(tokens)), key=lambda i: (len(tokens[i]), rng.random()))
    chosen = [order[start : start + size] for start in range(0, len(order), size)]
    rng.shuffle(chosen)
    made = []
    for which in chosen:
        longest = max(len(tokens[i]) for i in which)
        ids = np.zeros((len(which), longest), np.int32)
        mask = np.zeros((len(which), longest), np.float32)
        for row, i in enumerate(which):
            ids[row, : len(tokens[i])], mask[row, : len(tokens[i])] = tokens[i], 1
        made.append((which, ids, mask))
    return made
