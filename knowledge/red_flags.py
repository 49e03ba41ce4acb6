"""Warning signs and the concepts that report them (`red_flags.yml`)."""

from typing import Literal

from pydantic import BaseModel, Extra, root_validator

from knowledge.models import Id


class Sign(BaseModel):
    """One warning sign. Each pattern is a sequence of concepts that reports it."""

    class Config:
        extra = Extra.forbid
        frozen = True

    id: Id
    kind: Literal["spinal", "crisis", "medical", "injury"]
    level: Literal["emergency", "urgent", "soon"]
    patterns: list[list[str]]


class RedFlags(BaseModel):
    """All signs. `gap` is how many other words may stand between two concepts."""

    class Config:
        extra = Extra.forbid
        frozen = True

    gap: int
    concepts: dict[str, list[str]]
    signs: list[Sign]

    @root_validator(skip_on_failure=True)
    def _known_concepts(cls, values: dict) -> dict:
        unknown = {
            f"{sign.id}: there is no concept {concept!r}"
            for sign in values["signs"]
            for pattern in sign.patterns
            for concept in pattern
            if concept not in values["concepts"]
        }
        if unknown:
            raise ValueError("; ".join(sorted(unknown)))
        return values
