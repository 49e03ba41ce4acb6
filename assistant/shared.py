"""What several components of one process need and should load only once."""

from functools import lru_cache

import knowledge
from triage import Screen


@lru_cache(maxsize=1)
def knowledge_base() -> knowledge.KnowledgeBase:
    """Return the content as it was at the start of the process."""
    return knowledge.load()


@lru_cache(maxsize=1)
def screen() -> Screen:
    """Return the compiled screen for warning signs."""
    return Screen(knowledge_base().red_flags)
