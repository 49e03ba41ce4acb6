"""When the intent classifier reads a message together with the one before, and when it does not."""

from types import SimpleNamespace

import numpy as np
import pytest
from rasa.shared.nlu.training_data.message import Message

from assistant.nlu import intent_classifier
from assistant.nlu.intent_classifier import HybridIntentClassifier

LABELS = np.array(
    ["faq/driving", "faq/how-to-sit", "affirm", "inform_country", "misunderstood", "repeat"]
)
# What the classifier is sure of, by the text it reads; all else is "repeat", half sure.
KNOWN = {
    "and yes": ("affirm", 0.99),
    "and in france": ("inform_country", 0.98),
    "i meant driving": ("misunderstood", 0.97),
    "driving": ("faq/driving", 0.99),
}


class FakeClassifier:
    labels = LABELS

    def confidences(self, text, embedding):
        said = text.lower()
        label, sureness = KNOWN.get(said, ("repeat", 0.55))
        if said.startswith("how") and said.endswith("in the car"):
            label, sureness = "faq/driving", 0.95
        return np.where(label == LABELS, sureness, 0.01)


@pytest.fixture
def understand(monkeypatch):
    monkeypatch.setattr(
        intent_classifier, "shared_encoder", lambda _: SimpleNamespace(encode=lambda text: np.zeros(384))
    )
    classifier = HybridIntentClassifier(
        HybridIntentClassifier.get_default_config(), None, None, FakeClassifier()
    )

    def say(text, before="How should I sit?", topic="how-to-sit", form=None):
        slots = {"topic": topic}
        tracker = SimpleNamespace(
            get_slot=slots.get,
            active_loop_name=form,
            latest_message=SimpleNamespace(text=before),
        )
        [message] = classifier.process([Message({"text": text})], tracker)
        return message.get("intent_ranking")[0]["name"]

    return say


def test_an_addition_is_read_with_the_question_before(understand):
    assert understand("and in the car") == "faq"


@pytest.mark.parametrize(
    ("text", "intent"), [("and yes", "affirm"), ("and in France", "inform_country")]
)
def test_what_is_clear_alone_stays(understand, text, intent):
    assert understand(text) == intent


def test_a_correction_is_read_though_it_is_clear_that_it_is_one(understand):
    assert understand("I meant driving") == "faq"


@pytest.mark.parametrize("text", ["and in the car", "I meant driving"])
def test_a_form_reads_its_own_answers(understand, text):
    assert understand(text, form="plan_form") != "faq"


def test_the_payload_of_a_button_is_no_question_before(understand):
    assert understand("and in the car", before='/faq{"topic": "ex-plank"}', topic="ex-plank") == "repeat"
