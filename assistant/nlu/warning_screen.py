"""The warning-sign screen as the first component of Rasa's NLU pipeline."""

from dataclasses import replace
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from assistant import fingerprint
from assistant.nlu import warning_training
from assistant.nlu.encoder import shared_encoder
from assistant.nlu.question import QUESTION
from assistant.nlu.warning_net import WarningNet
from assistant.paths import ENCODER_CACHE
from assistant.safety.message import ENTITY
from assistant.shared import screen
from triage import Finding, Guess, decide
from triage.assessment import SILENCING

# A rest of a message shorter than this is no question of its own ("thanks.").
_QUESTION_WORDS = 3
# Probability from which a sentence counts as one that reports a sign.
REPORTS = 0.5
# A sign in a long text would drown in the mean of all its words: the text is read in parts of so many
# words, up to so many parts.
PASSAGE_WORDS, MAX_PASSAGES = 80, 40


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class WarningScreen(GraphComponent, EntityExtractorMixin):
    """Adds the entity `warning_sign` with the verdict on a message, for the safety policy.

    Both nets look at every message: the screen at its words, the learned net at its meaning.
    """

    def __init__(
        self, model_storage: ModelStorage, resource: Resource, net: WarningNet | None = None
    ) -> None:
        """Compile the screen; `net` is there once it is trained or loaded."""
        self._screen = screen()
        self._model_storage = model_storage
        self._resource = resource
        self._net = net

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "WarningScreen":
        """Create an untrained component (see parent class)."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "WarningScreen":
        """Load the trained component (see parent class)."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, WarningNet.load(folder))

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Tell Rasa's cache about the messages, rules and code that the net is trained from."""
        return fingerprint.of_files("triage/**/*", "knowledge/red_flags/*", "assistant/nlu/*")

    def train(self, training_data: TrainingData) -> Resource:
        """Fit the learned net on the messages in `triage/phrases/` and on ordinary questions."""
        self._net = warning_training.fit_net(training_data, self._screen)
        with self._model_storage.write_to(self._resource) as folder:
            self._net.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the verdict to each message that calls for one."""
        for message in messages:
            if (message.get(TEXT) or "").strip():
                self._assess(message)
        return messages

    def _assess(self, message: Message) -> None:
        text = message.get(TEXT)
        findings = self._screen(text)
        sentences = self._screen.sentences(text)
        verdict = decide(findings, self._guesses(passages(sentences)), self._net.thresholds)
        if verdict is None:
            return
        if not verdict.words:
            verdict = replace(verdict, about_other=self._screen.about_other(text))
        rest = self._question_beside(sentences, findings) if verdict.level != "emergency" else ""
        if rest:
            message.set(QUESTION, rest)
        # Where it is only asked about, the whole message may be the question.
        asks = bool(rest) or verdict.level in ("soon", "check")
        value = {**verdict.as_dict(), "question": asks}
        entity = {"entity": ENTITY, "value": value, "start": 0, "end": len(text)}
        entities = message.get(ENTITIES, []) + self.add_extractor_name([entity])
        message.set(ENTITIES, entities, add_to_output=True)

    def _guesses(self, texts: list[str]) -> list[Guess]:
        encoder = shared_encoder(ENCODER_CACHE)
        return self._net.guesses(np.vstack([encoder.encode(text) for text in texts]))

    def _question_beside(self, sentences: list[str], findings: list[Finding]) -> str:
        """Return what a message asks beside the sentences that report a sign; else an empty text."""
        sentences = sentences[:MAX_PASSAGES]
        reporting = {f.sentence for f in findings if f.status not in SILENCING}
        guesses = enumerate(self._guesses(sentences))
        reporting |= {number for number, guess in guesses if guess.any >= REPORTS}
        return question_beside(sentences, reporting)


def passages(sentences: list[str]) -> list[str]:
    """Return a text in parts of at most `PASSAGE_WORDS` words, whole sentences where that can be.

    A text without full stops is one long sentence; nothing of it may be left unread.
    """
    cut = [
        words[start : start + PASSAGE_WORDS]
        for words in (sentence.split() for sentence in sentences)
        for start in range(0, len(words), PASSAGE_WORDS)
    ]
    parts: list[list[str]] = []
    for words in cut:
        if parts and len(parts[-1]) + len(words) <= PASSAGE_WORDS:
            parts[-1] = parts[-1] + words
        else:
            parts.append(words)
    return [" ".join(words) for words in parts[:MAX_PASSAGES]]


def question_beside(sentences: list[str], reporting: set[int]) -> str:
    """Return the sentences that report no sign, if they ask something; else an empty text."""
    rest = [s for n, s in enumerate(sentences) if n not in reporting]
    asks = any(s.endswith("?") and len(s.split()) >= _QUESTION_WORDS for s in rest)
    return " ".join(rest) if reporting and asks else ""
