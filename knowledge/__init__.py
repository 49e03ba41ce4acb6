"""What the assistant knows: topics, exercises, stages, sources, as validated YAML.

Start at `knowledge.load()`. Nothing here needs Rasa, TensorFlow or the web.
"""

from knowledge.base import KnowledgeBase
from knowledge.loader import ContentError, load

__all__ = ["ContentError", "KnowledgeBase", "load"]
