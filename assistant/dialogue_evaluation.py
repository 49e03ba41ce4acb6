"""How many conversations of the public benchmark go as they should, turn by turn.

Import this after `lean_imports.install()`.
"""

import asyncio
import re
from typing import Any

from assistant.conversation import Assistant, Messages
from assistant.evaluation import RANK, Row, records, worst_first
from assistant.paths import ROOT

DIALOGUES = ROOT / "benchmarks" / "dialogues.yml"
# Where a turn needs a form done, the form is answered at most so many times.
MOST_ANSWERS = 15
_FLAGS = re.IGNORECASE | re.DOTALL
_QUESTION = re.compile(r"[^.?!\n]*\?")

Dialogue = dict[str, Any]


def tables(model: str) -> dict[str, list[Row]]:
    """Return title and rows (name, hits, n) of each table, for the path of a trained model."""
    dialogues = records(DIALOGUES)
    assistant = Assistant(model, ROOT / "endpoints.yml")
    faults = asyncio.run(_faults_of_all(assistant, dialogues))
    return fault_tables(dialogues, faults)


def fault_tables(dialogues: list[Dialogue], faults: list[list[str]]) -> dict[str, list[Row]]:
    """Return title and rows of each table.

    Args:
        dialogues: of the benchmark.
        faults: of each dialogue, for each turn what was wrong with the reply, "" where nothing was.
    """
    turns = [fault for found in faults for fault in found]
    wrong = {
        f"{dialogue['id']}, {dialogue['title']}: {next(filter(None, found))}": [not f for f in found]
        for dialogue, found in zip(dialogues, faults)
        if any(found)
    }
    return {
        "Dialogues": [
            ("all turns right", sum(not any(found) for found in faults), len(faults)),
            ("turns", sum(not fault for fault in turns), len(turns)),
        ],
        "Dialogues that went wrong, and where first: turns that were right": worst_first(wrong),
    }


async def _faults_of_all(assistant: Assistant, dialogues: list[Dialogue]) -> list[list[str]]:
    return [await _faults(assistant, dialogue) for dialogue in dialogues]


async def _faults(assistant: Assistant, dialogue: Dialogue) -> list[str]:
    """Hold one conversation; return what was wrong in each turn."""
    faults, reply = [], []
    for turn in dialogue["turns"]:
        for _ in range(MOST_ANSWERS if "fill" in turn else 0):
            answer = form_answer(shown(reply), turn["fill"], dialogue["answers"])
            if answer is None:
                break
            reply = await assistant.say(answer, dialogue["id"])
        reply = await assistant.say(turn["user"], dialogue["id"])
        found = fault(turn, reply)
        faults.append(f"“{turn['user']}” {found}" if found else "")
    return faults


def form_answer(said: str, done: str, answers: list[dict[str, str]]) -> str | None:
    """Return what the person answers to a form's question, None once the form is done or asks no more.

    Args:
        said: the assistant's last reply.
        done: pattern of a reply that shows that the form is done.
        answers: pattern of a question (`ask`) and what to `say` to it, the first that fits counts.
    """
    if re.search(done, said, _FLAGS):
        return None
    asked = (_QUESTION.findall(said) or [said])[-1]
    return next((a["say"] for a in answers if re.search(a["ask"], asked, _FLAGS)), None)


def fault(turn: dict[str, Any], reply: Messages) -> str:
    """Return what is wrong with a reply, "" where nothing is.

    Args:
        turn: patterns that the reply `must` and `must_not` show, and the `level` its card must reach
            ("none": no card of level urgent or emergency).
        reply: the assistant's messages.
    """
    text, found = shown(reply), level(reply)
    wanted = turn.get("level", found)
    missing = [f"lacks /{p}/" for p in turn.get("must", []) if not re.search(p, text, _FLAGS)]
    unwanted = [f"has /{p}/" for p in turn.get("must_not", []) if re.search(p, text, _FLAGS)]
    alarm = wanted == "none" and RANK[found] >= RANK["urgent"]
    wrong_level = [f"level {found} for {wanted}"] if alarm or RANK[found] < RANK[wanted] else []
    return ", ".join(missing + unwanted + wrong_level)


def level(reply: Messages) -> str:
    """Return the highest level of the cards in a reply, "none" without one."""
    cards = [m["custom"] for m in reply if (m.get("custom") or {}).get("type") == "escalation"]
    return max((card["level"] for card in cards), key=RANK.__getitem__, default="none")


def shown(value: Any) -> str:
    """Return all that a person can read of a reply: texts, buttons and what cards hold."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        value = [part for key, part in value.items() if key != "recipient_id"]
    return "\n".join(filter(None, map(shown, value))) if isinstance(value, list) else ""
