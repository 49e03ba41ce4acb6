"""The fixed phrases around the content (headings, dose sentences, the safety line), from YAML."""

from pydantic import BaseModel, Extra, validator
from pydantic.fields import ModelField

# The keys that the program looks up: a missing one fails at `check`, not in a conversation.
KEYS = {
    "dose": {
        "hold_seconds", "minutes", "repetitions", "repetitions_each_side", "repetition",
        "repetition_each_side", "sets", "times_a_day", "once_a_day",
    },
    "details": {
        "no_hold", "no_repetitions", "most_days", "both_sides", "no_sides", "no_equipment", "equipment",
        "mistakes", "easier", "harder",
    },
    "escalation": {
        "or", "or_local_number", "no_urgent_number", "no_crisis_line", "you_wrote", "if_unsure", "undo",
        "undo_crisis", "still", "hold_ended", "confirmed", "country_noted",
    },
    "exercise_headings": {"steps", "dose"},
    "stage_headings": {"goals", "advice", "exercises", "move_on_when"},
}  # fmt: skip


class Wording(BaseModel):
    """Phrases of `wording.yml`. Curly brackets stand for what is filled in, as in `str.format`."""

    class Config:
        extra = Extra.forbid
        frozen = True

    safety_line: str
    stop_if: str
    avoid_if: str
    dose: dict[str, str]
    details: dict[str, str]
    escalation: dict[str, str]
    exercise_follow_ups: list[str]
    make_a_plan: str
    handover: str
    exercise_headings: dict[str, str]
    stage_headings: dict[str, str]
    sources_of: str
    source: str
    source_undated: str
    draft_note: str
    reviewed_note: str

    @validator(*KEYS)
    def _needed_keys(cls, value: dict[str, str], field: ModelField) -> dict[str, str]:
        if value.keys() != KEYS[field.name]:
            raise ValueError(f"needs exactly these keys: {', '.join(sorted(KEYS[field.name]))}")
        return value
