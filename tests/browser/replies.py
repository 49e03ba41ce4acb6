"""Replies of the server as its contract describes them: the content's own cards, and samples of the rest."""

import json
import re

import knowledge
from knowledge import answers, escalation
from programme import form_reply

KB = knowledge.load()
DATES = [f"2026-11-{day}" for day in range(12, 20)]
SCORES = [7, 7, 6, 6, 5, 6, 4, 4]


def button(title, payload=None):
    return {"title": title, "payload": payload or title}


def topic(item_id):
    item = KB.item(item_id)
    related = [button(other.title, f'/faq{{"topic":"{other.id}"}}') for other in KB.related(item)]
    return {"text": answers.text(KB, item), "buttons": related, "custom": answers.card(KB, item)}


def timer(dose):
    if dose.minutes:
        return {"minutes": dose.minutes}
    return {
        "hold_seconds": dose.hold_seconds,
        "rest_seconds": 5,
        "repetitions": dose.repetitions,
        "sets": dose.sets or 1,
        "sides": ["left", "right"] if dose.each_side else [],
    }


def illustration(item_id):
    return {
        "src": f"/illustrations/{item_id}.svg",
        "alt": f"A person doing the {KB.item(item_id).name}.",
    }


def exercise(item_id):
    message = topic(item_id)
    message["buttons"] = [button("Is there an easier version?"), button("Show me another exercise")]
    message["custom"].update(illustration=illustration(item_id), timer=timer(KB.exercises[item_id].dose))
    return message


def warning(*signs, country="GB"):
    return escalation.render(KB, list(signs), country)


def planned(item_id):
    item = KB.exercises[item_id]
    return {
        "id": item_id,
        "name": item.name,
        "dose": item.dose.dict(exclude_none=True),
        "dose_text": answers.dose_sentences(item.dose, KB.wording),
        "steps": list(item.steps),
        "stop_if": list(item.stop_if),
        "illustration": illustration(item_id),
        "timer": timer(item.dose),
    }


def plan():
    return {
        "text": "Here is your plan for stage 1.",
        "buttons": [],
        "custom": {
            "type": "plan",
            "topic": "plan",
            "stage": 1,
            "stage_title": "Calm the pain and keep moving",
            "reason": "Because your pain is 7 and it began two weeks ago, I suggest stage 1. You can choose another.",
            "exercises": [planned(i) for i in ("ex-pelvic-tilt", "ex-knee-to-chest", "ex-walking")],
            "left_out": [{"name": "Bird-dog", "why": "you said that you cannot get on the floor"}],
            "advice": [
                "Get up every 30 to 45 minutes.",
                "Rest on your back with your calves on a chair.",
                "Walk a little, often.",
            ],
            "traffic_light": [
                {"colour": "green", "from": 0, "to": 3, "text": "Carry on."},
                {"colour": "amber", "from": 4, "to": 5, "text": "Fine if it settles within 24 hours."},
                {"colour": "red", "from": 6, "to": 10, "text": "Do less, or stop for today."},
            ],
            "move_on_when": ["You can sit for 30 minutes.", "The pain is 3 or less on most days."],
            "stop_when": [
                "A leg gets weak or numb.",
                "The pain moves further down your leg and stays there.",
            ],
            "review": "28 November, in one week.",
            "exports": [
                button("Print it", '/request_export{"format":"page"}'),
                button("As PDF", '/request_export{"format":"pdf"}'),
                button("Into my calendar", '/request_export{"format":"ics"}'),
            ],
        },
    }


def diary():
    points = [
        {"date": date, "score": score, "note": "", "exercises": []}
        for date, score in zip(DATES, SCORES, strict=True)
    ]
    points[5]["note"] = "long drive"
    return {
        "text": "Thank you, I noted 4. Your pain went down from 7 to 4 in eight days.",
        "buttons": [],
        "custom": {
            "type": "diary",
            "topic": "diary",
            "points": points,
            "summary": "Your pain went down from 7 to 4 in eight days.",
            "advice": {"change": "up", "why": "Because your pain was 5 or less on the last two days."},
        },
    }


def question():
    return {
        "text": "How strong is your pain now, from 0 (none) to 10 (worst)?",
        "buttons": [button(str(n)) for n in range(11)] + [button("I am not sure")],
        "custom": {
            "type": "question",
            "topic": "plan-form",
            "name": "pain",
            "step": 2,
            "of": 8,
            "scale": {"from": 0, "to": 10},
            "why": "It helps me choose a stage that is not too hard for you.",
        },
    }


def choices():
    """A question of which several choices may fit."""
    return form_reply.ask(KB, KB.programme.question("hardest"), {}, again=False)


def export():
    return {
        "text": "Here is your plan to take along.",
        "buttons": [],
        "custom": {
            "type": "export",
            "topic": "export",
            "files": [
                {
                    "title": "Plan as PDF",
                    "href": "/chat/exports/0f3c",
                    "expires_at": "2026-11-21T18:00:00Z",
                },
                {
                    "title": "Plan to print",
                    "href": "/chat/exports/9ab1",
                    "expires_at": "2026-11-21T18:00:00Z",
                },
            ],
        },
    }


def fallback():
    suggestions = [
        {"topic": i, "title": KB.item(i).title}
        for i in ("sitting-breaks", "consistency", "prevention-list")
    ]
    buttons = [button(s["title"], f"/faq{json.dumps({'topic': s['topic']})}") for s in suggestions]
    return {
        "text": "I am not sure what you mean. Did you mean one of these?",
        "buttons": buttons,
        "custom": {"type": "fallback", "topic": "fallback", "suggestions": suggestions},
    }


# What is typed (a part of it, in lower case) -> the messages of the reply.
REPLIES = {
    "pee": lambda: [warning("bladder")],
    "hurt myself": lambda: [warning("suicide")],
    "foot drop": lambda: [topic("safe-to-exercise"), warning("leg-weakness")],
    "cancer": lambda: [warning("unclear")],
    "bird": lambda: [exercise("ex-bird-dog")],
    "cat": lambda: [exercise("ex-cat-cow")],
    "walking": lambda: [exercise("ex-walking")],
    "diary": lambda: [diary()],
    "how strong": lambda: [question()],
    "hardest": lambda: [choices()],
    "request_export": lambda: [export()],
    "my plan": lambda: [plan()],
    "gibberish": lambda: [fallback()],
    "unknown card": lambda: [
        {"text": "A card of tomorrow.", "buttons": [], "custom": {"type": "hologram", "x": 1}}
    ],
    "broken card": lambda: [
        {"text": "A broken card.", "buttons": [], "custom": {"type": "plan", "exercises": 7}}
    ],
    "/found_": lambda: [{"text": "Thank you.", "buttons": []}],
    "did my exercises": lambda: [{"text": "Well done. I wrote it down.", "buttons": []}],
}


def reply_to(text):
    """Return the messages that answer a text."""
    chosen = re.match(r'/faq\{"topic": ?"([\w-]+)"\}', text)
    if chosen and KB.item(chosen[1]):
        return [topic(chosen[1])]
    for part, messages in REPLIES.items():
        if part in text.lower():
            return messages()
    return [topic("safe-to-exercise")]
