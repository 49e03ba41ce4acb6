"""Which part of a message the intent is read from, and which questions it holds."""

import re

from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

# Set by the warning screen: the message without the sentences that report a warning sign.
QUESTION = "question"
# Set by the intent classifier: labels of the questions, where a message holds several.
QUESTIONS = "questions"
_OPENING = (
    r"(?:what|whats|what's|how|hows|how's|can|could|do|does|is|are|should|shall|where|when|why|which|who|will|"
    r"would|may|tell me|show me|explain)"
)
_BREAK = re.compile(
    rf"(?<=[.!?])\s+|\n+|;\s*|,?\s+(?:and|also|plus|or)\s+(?:also\s+)?(?={_OPENING}\b)", re.IGNORECASE
)
_ASKS = re.compile(rf"^\W*(?:(?:and|also|plus|so|ok|then)\W+)*{_OPENING}\b|\?\W*$", re.IGNORECASE)
# A shorter part is no question of its own ("why?", "is it?").
_WORDS = 3


def text_to_understand(message: Message) -> str:
    """Return the question beside a warning sign, where there is one, else the whole text."""
    return message.get(QUESTION) or message.get(TEXT) or ""


def split(text: str) -> list[str]:
    """Return the questions in a text, in order, without what only stands beside them.

    "Hi! What causes it and can I swim?" holds "What causes it" and "can I swim?".
    """
    parts = [part.strip() for part in _BREAK.split(text)]
    return [part for part in parts if len(part.split()) >= _WORDS and _ASKS.search(part)]
