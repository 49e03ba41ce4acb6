"""Says the questions of the plan and the clinic's contact, beside the safety cards."""

from typing import Any

from rasa.shared.core.trackers import DialogueStateTracker

from actions import plan_slots
from assistant.safety.responses import SafetyResponses
from knowledge import site
from programme import form_reply

ASK, HANDOVER = "utter_ask_", "utter_human_handover"


class KnowledgeResponses(SafetyResponses):
    """Answers `utter_ask_plan_<question>` and `utter_human_handover`, and all others as before."""

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **kwargs: Any,
    ) -> dict[str, Any] | None:
        """Return the response for an action (see parent class)."""
        clinic = site.settings().clinic
        if utter_action == HANDOVER and clinic:
            contact = ", ".join(filter(None, (clinic.phone, clinic.url)))
            return {"text": self._kb.wording.handover.format(clinic=clinic.name, contact=contact)}
        asked = plan_slots.question_of(utter_action.removeprefix(ASK))
        if asked is None or not utter_action.startswith(ASK):
            return await super().generate(utter_action, tracker, output_channel, **kwargs)
        question = self._kb.programme.question(asked)
        unread = bool(tracker.get_slot(plan_slots.UNREAD))
        return form_reply.ask(self._kb, question, plan_slots.answers(self._kb, tracker), unread)
