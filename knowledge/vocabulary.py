"""Words the assistant recognises in messages (`vocabulary.yml`)."""

from pydantic import BaseModel, Extra


class Vocabulary(BaseModel):
    """Lower-case words for stages, body parts, numbers and durations, and words that refer back."""

    class Config:
        extra = Extra.forbid
        frozen = True

    stage_words: list[str]
    stage_numbers: dict[int, list[str]]
    stage_after: list[str]
    stage_before: list[str]
    stage_next: list[str]
    body_parts: list[str]
    numbers: dict[str, int]
    duration_units: list[str]
    pointing: list[str]
    corrections: list[str]
    continuations: list[str]
    openings: tuple[str, ...]
