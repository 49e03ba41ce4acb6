"""A model loaded into this process, to talk with. Import this after `lean_imports.install()`."""

import asyncio
import logging
from pathlib import Path
from typing import Any

from rasa.core.agent import Agent, load_agent
from rasa.utils.log_utils import configure_structlog

from assistant.serving.in_process_actions import read_endpoints

Messages = list[dict[str, Any]]


class Assistant:
    """The assistant; what is said to it is kept in memory only."""

    def __init__(self, model: str, endpoints_file: Path) -> None:
        """Load the model."""
        logging.disable(logging.WARNING)
        configure_structlog(logging.ERROR)
        endpoints = read_endpoints(endpoints_file)
        endpoints.tracker_store = None
        self._agent: Agent = asyncio.run(load_agent(model_path=model, endpoints=endpoints))

    async def say(self, text: str, sender: str = "person") -> Messages:
        """Return the assistant's messages; each sender has a conversation of their own."""
        return await self._agent.handle_text(text, sender_id=sender) or []
