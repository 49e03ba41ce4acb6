"""Errors of the channel: a status, a code for programs, and plain words with what to do."""

import math

from sanic.response import HTTPResponse
from sanic.response import json as json_response

from actions.content import knowledge_base
from assistant.channel.words import STATUS, words
from knowledge import escalation, site

# These leave a message without an answer, and nobody may be left alone with an emergency.
_UNANSWERED = {"bad_request", "too_long", "too_many", "failed", "starting"}


class ChatError(Exception):
    """What went wrong, by the code of the answer; `retry_after` seconds later it may go well."""

    def __init__(self, code: str, retry_after: float | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.retry_after = retry_after


def answer(error: ChatError, country: str | None = None) -> HTTPResponse:
    """Return the answer for an error: `{"error": {"code", "message"}}`."""
    said = words()
    message = said.errors[error.code].format(characters=f"{site.settings().limits.characters:,}")
    if error.code in _UNANSWERED:
        numbers = escalation.emergency_numbers(knowledge_base(), country or site.country())
        message = f"{message} {said.emergency.format(emergency=numbers)}"
    headers = {"Cache-Control": "no-store"}
    if error.retry_after is not None:
        headers["Retry-After"] = str(math.ceil(error.retry_after))
    body = {"error": {"code": error.code, "message": message}}
    return json_response(body, status=STATUS[error.code], headers=headers)
