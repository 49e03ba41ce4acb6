"""Warning signs, the concepts that report them and the cues that change what is meant (`red_flags/`)."""

from typing import Literal

from pydantic import BaseModel, Extra, Field, StrictStr, root_validator

from knowledge.models import Id

Level = Literal["emergency", "urgent", "soon", "check"]
LEVELS: tuple[Level, ...] = ("emergency", "urgent", "soon", "check")
STATUSES = ("negated", "asked", "hypothetical", "past", "other-person", "figurative", "unchanged")


class _Record(BaseModel):
    class Config:
        extra = Extra.forbid
        frozen = True


class Sign(_Record):
    """One warning sign.

    Each rule is a set of concepts, written "numb + saddle": the sign is mentioned where all of them
    stand near each other in one clause. "- laughing" behind a rule: not where that concept stands too.
    A `lasting` sign counts though it is past: cancer years ago matters where the back hurts now. A
    `wished` sign counts in the conditional: "I would rather not wake up". `ask` is the card that asks
    where it is not clear that the sign is there, if it has one of its own. `weight` is what its words
    add to the log-odds of the learned net, where they are surer than those of other signs.
    """

    id: Id
    level: Literal["emergency", "urgent", "soon"]
    lasting: bool = False
    wished: bool = False
    ask: Id | None = None
    weight: float | None = Field(None, gt=0)
    rules: list[str]


class SignGroup(_Record):
    """A file of signs with the concepts they need beside the common ones."""

    concepts: dict[str, list[StrictStr]] = {}
    signs: list[Sign] = []


class Cues(_Record):
    """Words around a mention that change what it means, by status, and words that end their reach.

    `people` are words for the writer (`self`) and for somebody else (`others`).
    `calm_topics` are the items that may be answered while a warning is still to be checked.
    """

    written_out: dict[str, str]
    terminators: list[str]
    before: dict[str, list[str]]
    after: dict[str, list[str]]
    anywhere: dict[str, list[str]]
    pseudo: list[str]
    people: dict[Literal["self", "others"], list[str]]
    reach: int
    gap: int
    calm_topics: list[Id]


class RedFlags(_Record):
    """All signs, concepts and cues."""

    cues: Cues
    concepts: dict[str, list[str]]
    signs: list[Sign]

    @classmethod
    def combine(cls, groups: list[SignGroup], cues: Cues) -> "RedFlags":
        """Put the files together; concepts of all files are shared."""
        concepts: dict[str, list[StrictStr]] = {}
        for group in groups:
            for name, words in group.concepts.items():
                concepts[name] = [*concepts.get(name, []), *words]
        signs = [sign for group in groups for sign in group.signs]
        return cls(cues=cues, concepts=concepts, signs=signs)

    @root_validator(skip_on_failure=True)
    def _known_names(cls, values: dict) -> dict:
        unknown = {
            f"{sign.id}: there is no concept {name!r}"
            for sign in values["signs"]
            for rule in sign.rules
            for name in concepts_of(rule)[0] | concepts_of(rule)[1]
            if name not in values["concepts"]
        }
        cues = values["cues"]
        statuses = cues.before.keys() | cues.after.keys() | cues.anywhere.keys()
        unknown |= {f"cues: there is no status {name!r}" for name in statuses - set(STATUSES)}
        if unknown:
            raise ValueError("; ".join(sorted(unknown)))
        return values


def concepts_of(rule: str) -> tuple[set[str], set[str]]:
    """Return the concepts a rule needs and those it excludes: "a + b - c" is ({a, b}, {c})."""
    needed, *excluded = rule.split(" - ")
    return {name.strip() for name in needed.split("+")}, {name.strip() for name in excluded}
