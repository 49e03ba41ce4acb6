"""Which reading of a message counts: pure functions over labels and how sure they are."""

from typing import Any

from assistant.nlu.ranking import Scored
from knowledge.models import Exercise, Item

# So many questions of one message are answered, each this sure.
MAX_QUESTIONS, SURE = 3, 0.7
# A message of so many words is a story.
STORY_WORDS = 40
# Confidences are calibrated: from here on a text counts as understood.
UNDERSTOOD = 0.5
# Labels that yield to what a text names, and the topic that lists emergency numbers without a country.
_YIELDING = ("out_of_scope/other", "out_of_scope/diagnosis", "chitchat/")
_NUMBERS = "faq/red-flags"
COUNTRY = "inform_country"
_NAMES = {"exercise", "country"}
_EXERCISE = "faq/ex-"
# So sure is a topic that a text names itself, and so sure it stays with the name of another put in.
PLAIN, STILL_MEANT = 0.9, 0.65
FAQ = "faq"
_ANSWERED = (FAQ, "exercise_detail", "out_of_scope")
DETAIL, ASK_STAGE, ANOTHER = "exercise_detail/", "ask_stage", "another_exercise"
# What may be all that a message says, or only its beginning: "no, the standing one".
OPENERS = {"affirm", "deny", "greet", "chitchat/how_are_you", "misunderstood", "thanks"}
# What is said of the message before, so that it may hold a correction.
CORRECTING = {"misunderstood", "deny", "cancel", ANOTHER}
# After these a question may follow: "ah ok. does that go away?"
BEGINNINGS = OPENERS | {"repeat"}
# What may be said of a stage as well: "tell me more about the second one", "and the next one?".
VAGUE = BEGINNINGS | {ANOTHER, "capabilities", "cancel"}
# What may be meant of the last answer, if a word points at it: "what do I do about it?".
POINTING = OPENERS | {"capabilities", "out_of_scope/diagnosis"}


def agreeing(scored: Scored, named: list[dict[str, Any]], focus: Item | None, exercise: bool) -> Scored:
    """Return the labels with the one first that the names in a text, or the conversation, speak for.

    "Quick one while the baby naps: steps for a bridge?" names the bridge, so it is not out of scope.
    What is asked of an exercise needs one: "what do I wear to it?" is about a visit otherwise.

    Args:
        scored: labels of a text.
        named: the entities in it, as Rasa keeps them.
        focus: what was answered last.
        exercise: whether an exercise is named or was spoken of.
    """
    top, sureness = scored[0]
    spoken_for = _spoken_for(top, {(e["entity"], e["value"]) for e in named if e["entity"] in _NAMES})
    if top.startswith(DETAIL) and not exercise:
        spoken_for = (f"{FAQ}/",)
    elif top.startswith(_YIELDING) and isinstance(focus, Exercise):
        spoken_for = (*spoken_for, DETAIL)
    for read in scored:
        if read[0].startswith(spoken_for) and read[1] >= UNDERSTOOD:
            return [(read[0], sureness), *(other for other in scored if other != read)]
    return scored


def _spoken_for(top: str, names: set[tuple[str, str]]) -> tuple[str, ...]:
    """Return the labels that names speak for, against a label that yields to them."""
    exercises = tuple(f"{FAQ}/{value}" for kind, value in names if kind == "exercise")
    countries = tuple(COUNTRY for kind, _ in names if kind == "country")
    if top == _NUMBERS:
        return countries
    return exercises + countries if top.startswith(_YIELDING) else ()


def is_answered(scored: Scored) -> bool:
    """Whether a text asks for something that the content answers."""
    label, sureness = scored[0]
    return sureness >= UNDERSTOOD and label.startswith((f"{FAQ}/", DETAIL, ASK_STAGE))


def is_plain(scored: Scored) -> bool:
    """Whether a text is clear by itself, and is not said of the message before ("no, not that")."""
    label, sureness = scored[0]
    return sureness >= PLAIN and label not in CORRECTING


def tells_of_oneself(text: str, scored: Scored) -> bool:
    """Whether a text is a story: long, and not clearly about one thing, or what a doctor is told."""
    label, sureness = scored[0]
    unclear = sureness < PLAIN or label.startswith(("out_of_scope/", "log_"))
    return len(text.split()) >= STORY_WORDS and unclear


def is_vague(scored: Scored) -> bool:
    """Whether a text that names a stage by its place, after an answer about stages, may ask for it."""
    label, sureness = scored[0]
    return sureness < UNDERSTOOD or label in VAGUE or label.startswith((f"{FAQ}/stage", DETAIL))


def speaks_of(family: set[str], scored: Scored, in_context: Scored, of_exercise: bool) -> bool:
    """Whether a question is about what was answered last, or what belongs to it.

    Args:
        family: labels of the item that was answered last and of those that belong to it.
        scored: labels of the question as typed.
        in_context: labels of the question with the item's name put in.
        of_exercise: whether an exercise was answered last; what is asked of an exercise, or for
            another one, is none about the answer then.
    """
    (typed, sureness), (read, in_context_sureness) = scored[0], in_context[0]
    if not of_exercise and _names_a_topic(scored, in_context):
        return False
    asks = typed.startswith(f"{FAQ}/") or typed in POINTING or sureness < UNDERSTOOD
    asks = asks or ((typed.startswith(DETAIL) or typed == ANOTHER) and not of_exercise)
    return asks and typed not in family and read in family and in_context_sureness >= UNDERSTOOD


def _names_a_topic(scored: Scored, in_context: Scored) -> bool:
    """Whether a question names a topic itself: "is needling a part of it?", whatever "it" is.

    An exercise is not named like that: "how do I stretch it?" only sounds like some of them.
    """
    typed, _ = scored[0]
    topics = (read for read in scored if read[0].startswith(f"{FAQ}/"))
    topic, sureness = next(topics, ("", 0.0))
    if topic.startswith(_EXERCISE) or (typed != topic and not typed.startswith(DETAIL)):
        return False
    return sureness >= PLAIN and dict(in_context)[topic] >= STILL_MEANT


def different_questions(scored: list[tuple[str, float]]) -> list[str]:
    """Return the labels of the different questions in a message; none where it holds only one.

    Args:
        scored: label and confidence of each part, in order.
    """
    sure = [label for label, sureness in scored if sureness >= SURE and label.split("/")[0] in _ANSWERED]
    labels = list(dict.fromkeys(sure))[:MAX_QUESTIONS]
    several = len(labels) > 1 and not all(label.startswith("out_of_scope") for label in labels)
    return labels if several else []
