"""Offers what a person can take along: the plan as page, PDF and calendar, a summary, all data."""

import asyncio
from datetime import date, datetime, timedelta, timezone
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

import illustrations
from actions import plan_slots
from actions.content import knowledge_base
from actions.diary import entries
from actions.my_plan import my_plan
from actions.replies import plan_button
from actions.understanding import entity
from exports import files, links
from exports.summary import Warned
from knowledge import KnowledgeBase

# How long a link works, in minutes.
MINUTES = 60


class ActionTakeAlong(Action):
    """Serves "can I print this?" and the buttons under a plan."""

    def name(self) -> str:
        """Return the name used in domain and rules."""
        return "action_take_along"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict
    ) -> list[dict[str, Any]]:
        """Make the file that was asked for, behind a link of its own; else offer the kinds."""
        kb = knowledge_base()
        wanted = entity(tracker.latest_message, "format")
        kinds = {kind.value: kind.title for kind in kb.programme.plan.exports}
        if wanted not in kinds:
            pairs = ((title, f'/request_export{{"format":"{kind}"}}') for kind, title in kinds.items())
            buttons = [{"title": title, "payload": payload} for title, payload in pairs]
            dispatcher.utter_message(response="utter_take_along", buttons=buttons)
            return []
        # Pictures and a PDF take a second: other conversations go on meanwhile.
        file = await asyncio.to_thread(_make, kb, wanted, _held(kb, tracker))
        if file is None:
            dispatcher.utter_message(response="utter_no_plan_yet", buttons=[plan_button(kb)])
            return []
        link = links.offer(file.content, file.media_type, file.name, MINUTES, owner=tracker.sender_id)
        expires = datetime.now(timezone.utc) + timedelta(minutes=MINUTES)
        offered = {"title": kinds[wanted], "href": link, "expires_at": expires.isoformat()}
        card = {"type": "export", "topic": "export", "files": [offered]}
        dispatcher.utter_message(response="utter_file_ready", link=link, json_message=card)
        return []


def _make(kb: KnowledgeBase, kind: str, held: files.Held) -> files.File | None:
    return files.make(kb, kind, held, _pictures(kb))


def _pictures(kb: KnowledgeBase) -> files.Pictures:
    names = kb.exercises
    return files.Pictures(
        {n: illustrations.svg(n) for n in names}, {n: illustrations.alt(n) for n in names}
    )


def _held(kb: KnowledgeBase, tracker: Tracker) -> files.Held:
    said = [event for event in tracker.events if event["event"] in ("user", "bot")]
    turns = [{"from": event["event"], "text": event.get("text")} for event in said]
    answers = plan_slots.answers(kb, tracker)
    plan, diary = my_plan(kb, tracker), entries(tracker)
    return files.Held(answers, plan, diary, _warnings(tracker), turns, date.today())


def _warnings(tracker: Tracker) -> list[Warned]:
    """Return the warning signs that were shown, with the message each followed."""
    shown, said = [], ""
    for event in tracker.events:
        if event["event"] == "user":
            said = event.get("text") or ""
        elif event["event"] == "slot" and event["name"] == "warning_sign" and event["value"]:
            when = date.fromtimestamp(event["timestamp"])
            shown += [Warned(when, sign, said) for sign in event["value"]["signs"]]
    return shown
