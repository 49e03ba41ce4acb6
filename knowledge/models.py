"""The shape of every record in the YAML files. Unknown keys and wrong types are errors."""

from datetime import date
from typing import Literal, Union

from pydantic import BaseModel, Extra, Field, conlist, constr, root_validator

Id = constr(regex=r"^[a-z0-9]+(-[a-z0-9]+)*$")
Text = constr(strip_whitespace=True, min_length=1)
SomeTexts = conlist(Text, min_items=1)
Title = constr(strip_whitespace=True, min_length=1, max_length=60)
# A name is matched against lower-cased text.
Alias = constr(regex=r"^[a-z0-9][a-z0-9 '&-]*$")


class Record(BaseModel):
    """Settings that all records share."""

    class Config:
        extra = Extra.forbid
        frozen = True


class Source(Record):
    """Where a fact comes from. `year` is left out where the source carries no date."""

    id: Id
    title: Text
    publisher: Text
    year: int | None = Field(None, ge=1990, le=2100)
    url: constr(regex=r"^https://") | None = None


class Reviewed(Record):
    """What every answer carries: an id, its sources, and when it was last reviewed.

    `status` stays `draft` until a named clinician has signed the record (`reviewed`).
    """

    id: Id
    title: Title
    sources: list[Id] = Field(min_items=1)
    related: list[Id] = Field(min_items=2, max_items=4)
    reviewed_on: date
    status: Literal["draft", "reviewed"]
    reviewer: Text | None = None

    @root_validator(skip_on_failure=True)
    def _reviewed_by_somebody(cls, values: dict) -> dict:
        if values["status"] == "reviewed" and not values["reviewer"]:
            raise ValueError("status 'reviewed' needs the clinician's name in 'reviewer'")
        return values


class Topic(Reviewed):
    """A question and its answer: the short answer first, then detail, then when to seek help.

    `safety_line: false` leaves the general warning out where it has no place ("what do I wear?").
    `called` is what "it" means after the answer; left out where the topic is about no one thing.
    `by_activity: true` adds how to start again with what the question names ("when can I run?").
    """

    short: Text
    detail: Text
    seek_help: Text
    safety_line: bool = True
    called: Text | None = None
    by_activity: bool = False


class Dose(Record):
    """A gentle starting dose.

    `hold_seconds` in seconds, `minutes` for activities that are timed as a whole. With `each_side`,
    `repetitions` counts for one side.
    """

    hold_seconds: int | None = Field(None, ge=1, le=120)
    minutes: int | None = Field(None, ge=1, le=60)
    repetitions: int | None = Field(None, ge=1, le=30)
    sets: int | None = Field(None, ge=1, le=5)
    times_a_day: int | None = Field(None, ge=1, le=8)
    each_side: bool = False


class Exercise(Reviewed):
    """One exercise, with everything a person needs to do it and to stop in time."""

    name: Text
    aliases: list[Alias] = Field(min_items=1)
    stages: list[Literal[1, 2, 3, 4]] = Field(min_items=1)
    position: Literal["lying", "sitting", "standing", "hands-and-knees", "kneeling", "moving", "water"]
    equipment: list[Text] = []
    purpose: Text
    feel: Text
    steps: SomeTexts
    dose: Dose
    dose_note: Text
    build_up: Text
    easier: Text
    harder: Text
    mistakes: SomeTexts
    stop_if: SomeTexts
    avoid_if: SomeTexts


class Stage(Reviewed):
    """One of the four stages of recovery."""

    number: Literal[1, 2, 3, 4]
    name: Text
    aliases: list[Alias] = []
    short: Text
    goals: SomeTexts
    advice: SomeTexts
    exercises: list[Id] = Field(min_items=1)
    move_on_when: SomeTexts
    seek_help: Text


Item = Union[Topic, Exercise, Stage]
