"""Says the safety cards: Rasa's response generator, with cards made from the knowledge base.

It runs in the process that talks to the person (`nlg` in endpoints.yml), so an escalation needs no
action server, no database and no network.
"""

from typing import Any

from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from assistant.safety.message import LANGUAGE_LABEL, language
from assistant.safety.policy import HELD_SLOT, VERDICT_SLOT
from assistant.safety.steps import (
    CONFIRMED,
    ESCALATE,
    HOLD,
    HOLD_ENDED,
    HOLD_SLOT,
    HOLDING_LEVELS,
)
from assistant.shared import knowledge_base
from knowledge import escalation, languages, site
from knowledge.cards import UNCLEAR

COUNTRY_SLOT = "country"


class SafetyResponses(TemplatedNaturalLanguageGenerator):
    """Answers the safety responses from the knowledge base, and all others from the domain."""

    def __init__(self, endpoint_config: EndpointConfig, domain: Domain) -> None:
        """Load the cards."""
        super().__init__(domain.responses)
        self._kb = knowledge_base()

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **kwargs: Any,
    ) -> dict[str, Any] | None:
        """Return the response for an action (see parent class)."""
        said = self._kb.wording.escalation
        country = _country(tracker)
        if utter_action == ESCALATE:
            card = self._card(tracker.get_slot(VERDICT_SLOT), country)
            return self._with_own_language(card, tracker, country)
        if utter_action == HOLD:
            card = self._card(tracker.get_slot(HELD_SLOT), country, confirmed=True)
            held = {**card, "text": f"{said['still']}\n{card['text']}"}
            return self._with_own_language(held, tracker, country)
        if utter_action == f"utter_{LANGUAGE_LABEL}":
            code, danger = language(tracker.latest_message)
            numbers = escalation.number_list(self._kb, country)
            return languages.reply(self._kb.languages, code, numbers, danger)
        if utter_action == CONFIRMED:
            card = self._card(tracker.get_slot(VERDICT_SLOT), country, confirmed=True)
            if card["custom"]["level"] == "emergency":
                return card
            numbers = escalation.emergency_numbers(self._kb, country)
            advice = said["confirmed"].format(emergency=numbers)
            custom = escalation.render(self._kb, [UNCLEAR], country)["custom"]
            return {"text": advice, "custom": {**custom, "level": "emergency", "advice": advice}}
        if utter_action == HOLD_ENDED:
            numbers = escalation.emergency_numbers(self._kb, country)
            return {"text": said["hold_ended"].format(emergency=numbers)}
        if utter_action == "utter_country_noted":
            place = escalation.country(self._kb, country)
            numbers = escalation.emergency_numbers(self._kb, country)
            noted = said["country_noted"].format(country=place.name, emergency=numbers)
            if not tracker.get_slot(HOLD_SLOT):
                return {"text": noted}
            card = self._card(tracker.get_slot(HELD_SLOT), country, confirmed=True)
            return {**card, "text": f"{noted}\n{card['text']}"}  # with the numbers of that country
        return await super().generate(utter_action, tracker, output_channel, **kwargs)

    def _with_own_language(
        self, card: dict[str, Any], tracker: DialogueStateTracker, country: str | None
    ) -> dict[str, Any]:
        """Put the advice in the language of the message before a card; as it is for English."""
        code, danger = language(tracker.latest_message)
        own = self._kb.languages.get(code or "")
        if own is None:
            return card
        if card["custom"]["level"] in HOLDING_LEVELS:
            danger = danger or ("despair" if card["custom"]["kind"] == "crisis" else "danger")
        text = languages.sentences(own, escalation.number_list(self._kb, country), danger)
        translated = {"lang": own.id, "text": text}
        custom = {**card["custom"], "translated": translated}
        return {**card, "text": f"{text}\n{card['text']}", "custom": custom}

    def _card(
        self, verdict: dict[str, Any] | None, country: str | None, confirmed: bool = False
    ) -> dict[str, Any]:
        """Return the card of a verdict; `confirmed`: the person said yes where it was asked for."""
        verdict = verdict or {}
        signs = [sign for sign in verdict.get("signs", []) if sign in self._kb.cards]
        if confirmed:
            signs = [self._kb.cards[sign].confirms or sign for sign in signs]
        return escalation.render(
            self._kb,
            signs or [UNCLEAR],
            country,
            words=verdict.get("words"),
            about_other=bool(verdict.get("about_other")),
        )


def _country(tracker: DialogueStateTracker) -> str | None:
    """Return what the person said, else what the page says that embeds the chat, else the site's."""
    latest = tracker.latest_message
    page = (latest.metadata or {}).get("country") if latest else None
    return tracker.get_slot(COUNTRY_SLOT) or page or site.country()
