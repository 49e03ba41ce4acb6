"""The policy above all others: escalates warning signs and holds the line afterwards."""

from typing import Any

from rasa.core.featurizers.tracker_featurizers import TrackerFeaturizer
from rasa.core.policies.policy import Policy, PolicyPrediction
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import REQUESTED_SLOT
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActiveLoop, Event, SlotSet
from rasa.shared.core.generator import TrackerWithCachedStates
from rasa.shared.core.trackers import DialogueStateTracker

from assistant.safety import message as msg
from assistant.safety.steps import (
    CARD_SLOT,
    ESCALATE,
    HOLD_SLOT,
    HOLDING_LEVELS,
    WARNING_INTENT,
    Situation,
    Step,
    next_step,
)
from assistant.shared import knowledge_base, screen
from knowledge.cards import UNCLEAR
from triage import Thresholds, Verdict, decide

# The warning of the last card, and the one that is held until it was checked.
VERDICT_SLOT, HELD_SLOT = "warning_sign", "held_warning"
# Confidence (calibrated, 0 to 1) from which a message is clearly an ordinary one.
CLEAR = 0.8
_NO_QUESTION = {None, "nlu_fallback", WARNING_INTENT}
# Above Rasa's own policies, whose priorities go up to 6.
PRIORITY = 10


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class SafetyPolicy(Policy):
    """Predicts the safety step with full confidence, or nothing."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the defaults."""
        return {"priority": PRIORITY}

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        featurizer: TrackerFeaturizer | None = None,
    ) -> None:
        """Compile the screen: the policy does not depend on what the NLU pipeline hands over."""
        super().__init__(config, model_storage, resource, execution_context, featurizer)
        self._screen = screen()
        self._calm_topics = frozenset(knowledge_base().red_flags.cues.calm_topics)

    def train(
        self,
        training_trackers: list[TrackerWithCachedStates],
        domain: Domain,
        **kwargs: Any,
    ) -> Resource:
        """Return at once: the steps are rules."""
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "SafetyPolicy":
        """Create the policy; nothing of it is stored."""
        return cls(config, model_storage, resource, execution_context)

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        """Return the safety step, if there is one."""
        probabilities = self._default_predictions(domain)
        latest = tracker.latest_message
        if latest is None or (latest.text is None and not latest.intent):
            return self._prediction(probabilities)
        verdict = self._verdict(latest)
        if verdict and _is_understood_anyway(verdict, latest.intent or {}):
            verdict = None
        step = next_step(self._situation(tracker, verdict))
        if step is None or step.action not in domain.action_names_or_texts:
            return self._prediction(probabilities)
        probabilities[domain.index_for_action(step.action)] = 1.0
        # Rasa lets a form go on before all other predictions, unless they are of this kind as well.
        return self._prediction(
            probabilities, events=_events(step, verdict, tracker), is_no_user_prediction=True
        )

    def _verdict(self, latest: Any) -> Verdict | None:
        if msg.was_understood(latest):
            found = msg.entity(latest, msg.ENTITY)
            return (
                Verdict(**{key: found[key] for key in Verdict.__dataclass_fields__}) if found else None
            )
        # A payload: the pipeline has not read the text behind it, and its entities are the client's.
        verdict = decide(self._screen(msg.typed_text(latest)), [], Thresholds())
        return verdict if verdict and verdict.level in HOLDING_LEVELS else None

    def _situation(self, tracker: DialogueStateTracker, verdict: Verdict | None) -> Situation:
        latest = tracker.latest_message
        *_, before, now = [[], *msg.turns(tracker)]
        return Situation(
            intent=(latest.intent or {}).get("name"),
            topics=msg.asked_topics(latest),
            level=verdict.level if verdict else None,
            question=msg.was_understood(latest) and _asks(msg.entity(latest, msg.ENTITY)),
            hold=tracker.get_slot(HOLD_SLOT),
            calm_topics=self._calm_topics,
            last_card=tracker.get_slot(CARD_SLOT) if ESCALATE in before else None,
            done=now,
        )


def _is_understood_anyway(verdict: Verdict, intent: dict[str, Any]) -> bool:
    """Whether only the learned net had a slight doubt, about a message that is clearly a question."""
    slight = verdict.level == "check" and verdict.net == "learned"
    clear = intent.get("name") not in _NO_QUESTION and intent.get("confidence", 0.0) >= CLEAR
    return slight and clear


def _asks(found: dict[str, Any] | None) -> bool:
    """Whether a question came along with the sign, as the warning screen saw it."""
    return bool(found and found["question"])


def _events(step: Step, verdict: Verdict | None, tracker: DialogueStateTracker) -> list[Event]:
    """Return the slots to set, and the end of a form that was running."""
    events: list[Event] = []
    if step.action == ESCALATE:
        card = verdict or Verdict("check", [UNCLEAR])
        events += [SlotSet(VERDICT_SLOT, card.as_dict()), SlotSet(CARD_SLOT, card.level)]
    if step.hold is not None:
        held = tracker.get_slot(HOLD_SLOT)
        if not (held == "emergency" and step.hold == "urgent"):  # the worse one stays
            card = verdict.as_dict() if verdict and step.hold else tracker.get_slot(VERDICT_SLOT)
            events += [SlotSet(HOLD_SLOT, step.hold or None), SlotSet(HELD_SLOT, card)]
    if events and tracker.active_loop_name:
        events += [ActiveLoop(None), SlotSet(REQUESTED_SLOT, None)]
    return events
