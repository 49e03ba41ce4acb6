"""The knowledge base for all actions, loaded once, at the first question or when the server starts."""

from functools import lru_cache

import knowledge


@lru_cache(maxsize=1)
def knowledge_base() -> knowledge.KnowledgeBase:
    """Return the loaded content.

    Raises:
        knowledge.ContentError: with every mistake in the YAML files.
    """
    return knowledge.load()
