"""A copy of all that is held of a person's conversation, as JSON."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from exports.summary import Warned
from programme.diary import Entry

VERSION = 1


def all_data(
    slots: Mapping[str, Any],
    plan: Mapping[str, Any] | None,
    entries: Iterable[Entry],
    warnings: Sequence[Warned],
    turns: Sequence[Mapping[str, Any]],
    today: date,
) -> str:
    """Return the data as readable JSON.

    Args:
        slots: the answers to the form, named as the questions.
        plan: the `plan` payload.
        turns: what was typed and answered, oldest first, as JSON data.

    Raises:
        TypeError: something in `slots`, `plan` or `turns` is no JSON data.
    """
    held = {
        "version": VERSION,
        "made_on": today.isoformat(),
        "answers": dict(slots),
        "plan": plan,
        "diary": [entry.as_point() for entry in entries],
        "warning_signs": [
            {"date": w.date.isoformat(), "sign": w.sign, "said": w.said} for w in warnings
        ],
        "conversation": list(turns),
    }
    return json.dumps(held, ensure_ascii=False, indent=2)
