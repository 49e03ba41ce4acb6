"""The public benchmark measures something: it is large enough, and no training phrase is a copy of it."""

import re
from collections import Counter

import pytest
import yaml
from sklearn.feature_extraction.text import CountVectorizer

from assistant.nlu.warning_messages import label, messages
from assistant.paths import ROOT
from assistant.training_phrases import written

# Two texts are near-copies if so much of the words of both together is in both.
NEAR = 0.85
# Short texts ("sciatica meaning") cannot be said in many ways.
LEAST_WORDS = 5


def read(name):
    return yaml.load((ROOT / "benchmarks" / name).read_bytes(), Loader=yaml.CSafeLoader)


def training_texts():
    nlu = yaml.load((ROOT / "data" / "nlu.yml").read_bytes(), Loader=yaml.CSafeLoader)
    phrases = [text for examples in written(nlu).values() for text in examples]
    return phrases + [message["text"] for message in messages()]


def benchmark_texts():
    records = [*read("questions.yml"), *read("out_of_scope.yml"), *read("red_flags.yml")]
    pairs = [text for pair in read("red_flags_pairs.yml") for key, text in pair.items() if key != "sign"]
    said = [turn["user"] for dialogue in read("dialogues.yml") for turn in dialogue["turns"]]
    return [record["text"] for record in records] + pairs + said


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("questions.yml", 600),
        ("red_flags.yml", 600),
        ("out_of_scope.yml", 150),
        ("red_flags_pairs.yml", 60),
        ("dialogues.yml", 40),
    ],
)
def test_the_benchmark_is_large_enough(name, least):
    assert len(read(name)) >= least


def test_no_training_phrase_is_a_near_copy_of_the_benchmark():
    asked = [t for t in benchmark_texts() if len(t.split()) >= LEAST_WORDS]
    trained = [t for t in training_texts() if len(t.split()) >= LEAST_WORDS]
    words = CountVectorizer(binary=True, token_pattern=r"[\w']+").fit([*asked, *trained])
    one, other = words.transform(asked), words.transform(trained)
    shared = (one @ other.T).tocoo()
    sizes = one.sum(axis=1).A1, other.sum(axis=1).A1
    either = sizes[0][shared.row] + sizes[1][shared.col] - shared.data
    near = shared.data > NEAR * either
    copies = [(asked[i], trained[j]) for i, j in zip(shared.row[near], shared.col[near])]
    assert copies == []


def test_no_message_about_warning_signs_has_two_labels():
    labels = {}
    for message in messages():
        labels.setdefault(re.sub(r"\W+", " ", message["text"].casefold()).strip(), set()).add(
            label(message)
        )
    assert {
        text: found for text, found in labels.items() if len({f.split("/")[0] for f in found}) > 1
    } == {}


def test_every_sign_has_many_messages():
    counted = Counter(message["sign"] for message in messages())
    assert min(counted.values()) >= 40


def test_every_dialogue_says_what_is_right():
    for dialogue in read("dialogues.yml"):
        assert all(turn.get("must") or turn.get("level") for turn in dialogue["turns"]), dialogue["id"]
        patterns = [
            p for turn in dialogue["turns"] for p in (*turn.get("must", []), *turn.get("must_not", []))
        ]
        assert all(re.compile(pattern) for pattern in patterns)
