"""What the assistant says when it asks a question of the form."""

import json
from collections.abc import Mapping
from typing import Any

from knowledge import KnowledgeBase
from knowledge.programme import Question
from programme.reading.choices import NONE
from programme.suggestion import suggest

# The intent behind the button of a choice.
ANSWER_INTENT = "give_answer"


def ask(
    kb: KnowledgeBase, question: Question, answers: Mapping[str, Any], again: bool
) -> dict[str, Any]:
    """Return a question as a reply: text, a button for each choice, and the `question` payload.

    Where the question may be left out, one more button makes the plan at once. Where several choices may
    fit, a client may let people tick them and send their titles joined by commas: `choices` names them,
    and `none` the one that excludes the others.

    Args:
        question: what to ask.
        answers: those given so far, named as the questions.
        again: whether the last answer to it could not be read.
    """
    number = kb.programme.questions.index(question) + 1
    choices = [choice.title for choice in question.choices]
    titles = list(choices)
    if question.default is not None:
        titles.append(kb.programme.plan.words["plan_now"])
    return {
        "text": question.ask_again if again else _text(kb, question, answers),
        "buttons": [_button(title) for title in titles],
        "custom": {
            "type": "question",
            "topic": "plan-form",
            "name": question.id,
            "step": number,
            "of": len(kb.programme.questions),
            "several": question.kind == "several",
            "choices": choices,
            "none": next((choice.title for choice in question.choices if choice.value == NONE), None),
            "scale": question.scale.dict(by_alias=True) if question.scale else None,
            "why": question.why,
        },
    }


def _text(kb: KnowledgeBase, question: Question, answers: Mapping[str, Any]) -> str:
    if question.kind != "stage":
        return question.text
    suggestion = suggest(kb, int(answers["pain"]), int(answers["duration"]))
    return question.text.format(stage=suggestion.stage, reason=suggestion.reason)


def _button(title: str) -> dict[str, str]:
    payload = json.dumps({"answer": title}, separators=(",", ":"))
    return {"title": title, "payload": f"/{ANSWER_INTENT}{payload}"}
