"""What several components of one process need and should load only once."""

from functools import lru_cache

from actions.content import knowledge_base
from triage import Screen

__all__ = ["knowledge_base", "screen"]


@lru_cache(maxsize=1)
def screen() -> Screen:
    """Return the compiled screen for warning signs."""
    return Screen(knowledge_base().red_flags)
