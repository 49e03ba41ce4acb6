"""Reads free-text answers to the questions of the form: "about a 7", "three weeks or so".

Start at `read`. Nothing raises on odd text: what cannot be read is `Unclear`.
"""

from programme.reading.answer import Unclear, read, wants_plan_now

__all__ = ["Unclear", "read", "wants_plan_now"]
