"""What the encoder learns from."""

import random

import pytest

from assistant.adaptation import tasks
from assistant.nlu.adapter import is_held_out
from assistant.nlu.warning_training import ORDINARY


@pytest.fixture(scope="module")
def loaded():
    return tasks.load()


def test_both_tasks_are_read_without_what_is_held_out(loaded):
    assert len(loaded.signs) > 7000 and len(loaded.intents) > 9000
    assert not [text for text, _ in [*loaded.signs, *loaded.intents] if is_held_out(text)]
    assert {"emergency/bladder", "none/negated", ORDINARY} <= set(loaded.sign_names)


def test_an_epoch_labels_every_text_for_a_task(loaded):
    drawn = tasks.epoch(loaded, random.Random(0))
    assert all(sign != tasks.NO_LABEL or intent != tasks.NO_LABEL for _, sign, intent in drawn)
    numbers = {sign for _, sign, _ in drawn} - {tasks.NO_LABEL}
    assert numbers == set(range(len(loaded.sign_names)))


def test_batches_hold_every_text_once_with_its_tokens():
    tokens = [[n] * (1 + n % 7) for n in range(50)]
    made = tasks.batches(tokens, 8, random.Random(0))
    assert sorted(i for which, _, _ in made for i in which) == list(range(50))
    for which, ids, mask in made:
        for row, i in enumerate(which):
            assert ids[row][mask[row] == 1].tolist() == tokens[i]
