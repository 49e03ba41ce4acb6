"""The content of the guided programme (`programme/`): questions, rules, fitting exercises, diary.

Conditions are data: a record applies where every part of its `when` holds.
"""

from typing import Any, Literal

from pydantic import Field, conint, constr, root_validator

from knowledge.models import Id, Record, SomeTexts, Text, Title

# A name that is also a slot of the conversation.
Name = constr(regex=r"^[a-z]+(_[a-z]+)*$")
Pain = conint(ge=0, le=10)
Place = Literal["floor", "chair", "both"]


class Span(Record):
    """Whole numbers from `from` to `to`, both included; an end that is left out is open."""

    from_: int | None = Field(None, alias="from")
    to: int | None = None

    def holds(self, value: int) -> bool:
        """Return whether the value lies within."""
        return (self.from_ is None or value >= self.from_) and (self.to is None or value <= self.to)


class When(Record):
    """A condition on a person's answers. What is left out always holds.

    `pain` is 0 to 10, `days` the time since it began, in days. For `hardest` and `rule_outs` one of the
    listed values is enough; `not_hardest` and `without` list what must be absent.
    """

    pain: Span = Span()
    days: Span = Span()
    stage: list[Literal[1, 2, 3, 4]] = []
    hardest: list[Id] = []
    not_hardest: list[Id] = []
    rule_outs: list[Id] = []
    without: list[Id] = []


class Choice(Record):
    """One answer that is offered as a button. `words` are other ways to say it in free text."""

    value: int | str
    title: Title
    words: list[Text] = []


class Question(Record):
    """One question of the form.

    `kind` says how free text is read. `default` is taken where an optional question is skipped, `unsure`
    where the person is not sure; a question without default must be answered.
    """

    id: Name
    kind: Literal["safety", "pain", "duration", "several", "minutes", "place", "stage"]
    text: Text
    why: Text
    ask_again: Text
    choices: list[Choice] = Field(min_items=2)
    default: Any = None
    unsure: Any = None
    scale: Span | None = None


class Reading(Record):
    """Words that free text is read by, lower case.

    `days` gives whole phrases and units in days, `amounts` numbers for vague words, `pain` the scores
    that a word may stand for.
    """

    none: list[Text]
    all: list[Text]
    unsure: list[Text]
    affirmed: list[Text]
    denied: list[Text]
    skip: list[Text]
    plan_now: list[Text]
    limits: list[Text]
    but: list[Text]
    negators: list[Text]
    unable: list[Text]
    no_floor: list[Text]
    now: list[Text]
    amounts: dict[str, int]
    units: dict[str, list[Text]]
    days: dict[str, float]
    minutes: dict[str, int]
    pain: dict[str, list[Pain]]
    suggestion: list[Text]
    typos: list[Text]


class StageRule(Record):
    """When to suggest which stage. Exactly one rule holds for each pain and time."""

    id: Id
    when: When
    stage: Literal[1, 2, 3, 4]
    because: Text
    sources: list[Id] = Field(min_items=1)


class Way(Record):
    """One way to do an exercise: where, with which steps if not its own, and who should not.

    `not_with` maps a rule-out to the reason, as half a sentence.
    """

    place: Literal["floor", "chair", "standing", "pool"]
    name: Text | None = None
    steps: SomeTexts | None = None
    not_with: dict[Id, Text] = {}


class Fit(Record):
    """For whom an exercise fits; the first way that fits is taken.

    `seconds_each` is the time of one repetition where nothing is held, `not_hardest` maps what is
    hardest to the reason against the exercise, `care` a rule-out to a sentence that goes with it.
    """

    exercise: Id
    kind: Id
    pain_to: Pain | None = None
    days_from: int | None = None
    seconds_each: int | None = Field(None, ge=1, le=30)
    not_hardest: dict[Id, Text] = {}
    care: dict[Id, Text] = {}
    ways: list[Way] = Field(min_items=1)
    sources: list[Id] = Field(min_items=1)

    @root_validator(skip_on_failure=True)
    def _other_ways_have_steps(cls, values: dict) -> dict:
        if any(not (way.name and way.steps) for way in values["ways"][1:]):
            raise ValueError("ways: every way after the first needs its own 'name' and 'steps'")
        return values


class WalkDose(Record):
    """How long and how often to walk; the first that holds is taken."""

    when: When = When()
    minutes: int = Field(ge=1, le=30)
    times_a_day: int = Field(ge=1, le=8)


class Advice(Record):
    """A sentence of daily advice, with the answers it is for."""

    text: Text
    when: When = When()
    sources: list[Id] = Field(min_items=1)


class Light(Record):
    """One colour of the pain traffic light."""

    colour: Literal["green", "amber", "red"]
    from_: Pain = Field(alias="from")
    to: Pain
    text: Text


class PlanRules(Record):
    """How a plan is put together. `share` is the part of a dose on a day of strong pain.

    `most` gives the largest number of exercises, walking included, by minutes a day.
    """

    fewest: int
    most: dict[int, int]
    share: float = Field(gt=0, le=1)
    share_from_pain: Pain
    rest_seconds: int
    setup_seconds: int
    review_after_days: int
    walks: list[WalkDose]
    advice: list[Advice]
    traffic_light: list[Light] = Field(min_items=3, max_items=3)
    stop_when: SomeTexts
    words: dict[str, Text]
    exports: list[Choice]
    sources: list[Id]


class DiaryRule(Record):
    """When the diary speaks for a change. It holds where `at_least` of the last `days` days do.

    A day counts with its highest score within `score`, and if `done`, with exercises done.
    """

    id: Id
    change: Literal["up", "same", "down", "none"]
    days: int = Field(ge=1, le=31)
    at_least: int = Field(ge=0)
    score: Span = Span()
    done: bool = False
    why: Text
    sources: list[Id] = Field(min_items=1)


class DiaryContent(Record):
    """Rules, in order of weight, and the words of the diary."""

    rules: list[DiaryRule] = Field(min_items=1)
    words: dict[str, Text]
    worse: list[Text]
    corrects: list[Text]
    done: list[Text]
    exercise_words: dict[Id, list[Text]]


class Sign(Record):
    """A sign of readiness in a person's own words, and the stage that it suggests to look at."""

    words: list[Text]
    stage: Literal[1, 2, 3, 4]


class Activity(Record):
    """Something a person wants to do again."""

    name: Text
    words: list[Text]
    text: Text
    sources: list[Id] = Field(min_items=1)


class ReadinessContent(Record):
    """Words for "what stage am I in?" and "when can I ... again?"."""

    signs: list[Sign]
    looks_like: dict[int, Text]
    moving_on: list[Text]
    activities: list[Activity]
    words: dict[str, Text]
    sources: list[Id]


class ExportContent(Record):
    """Words of the exported files. `session_times` are the hours of the calendar, as "09:00"."""

    language: Text
    session_times: list[constr(regex=r"^([01]\d|2[0-3]):[0-5]\d$")] = Field(min_items=1)
    words: dict[str, Text]


class Programme(Record):
    """All content of the programme."""

    questions: list[Question]
    reading: Reading
    stage_rules: list[StageRule]
    fits: dict[str, Fit]
    plan: PlanRules
    diary: DiaryContent
    readiness: ReadinessContent
    exports: ExportContent

    def question(self, question_id: str) -> Question:
        """Return the question with this id.

        Raises:
            KeyError: there is none.
        """
        return {question.id: question for question in self.questions}[question_id]
