"""Which part of a message the intent is read from."""

from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

# Set by the warning screen: the message without the sentences that report a warning sign.
QUESTION = "question"
# Set by the intent classifier: labels of the questions, where a message holds several.
QUESTIONS = "questions"


def text_to_understand(message: Message) -> str:
    """Return the question beside a warning sign, where there is one, else the whole text."""
    return message.get(QUESTION) or message.get(TEXT) or ""
