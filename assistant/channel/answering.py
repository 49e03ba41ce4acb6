"""Answers a message once, however often it is sent."""

import logging
import traceback
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, timezone
from typing import Any
from uuid import UUID

from pydantic import BaseModel, Extra, constr, validator
from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from assistant.channel import conversations, turns
from assistant.channel.errors import ChatError
from assistant.channel.output import CHANNEL, Replies
from assistant.channel.sessions import Session

logger = logging.getLogger(__name__)
# How often a message that waits for the one before it looks again, in seconds.
_POLL = 0.05


class Message(BaseModel):
    """What the widget sends: an id of its own, the text, and for a button the title that was pressed."""

    class Config:
        extra = Extra.forbid

    id: UUID
    text: constr(strip_whitespace=True, min_length=1)
    title: constr(strip_whitespace=True, max_length=300) | None = None

    @validator("text", "title", pre=True)
    def _whole_characters(cls, value: Any) -> Any:
        # JSON can hold half of a character, which no tokeniser and no database takes.
        return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


async def answer(agent: Agent, session: Session, message: Message) -> dict[str, Any]:
    """Return the turn of a message: the one kept from before, else a new one.

    Raises:
        ChatError: it could not be answered.
    """
    try:
        async with alone(agent, session.sender):
            kept = await _kept(agent, session, message)
            return kept or await _new(agent, session, message)
    except Exception as error:
        log_failure("A message could not be answered", error)
        raise ChatError("failed") from None


@asynccontextmanager
async def alone(agent: Agent, sender: str) -> AsyncIterator[None]:
    """Hold the conversation's lock, which Rasa uses too; go on without where its store is down."""
    async with AsyncExitStack() as stack:
        try:
            await stack.enter_async_context(agent.lock_store.lock(sender, wait_time_in_seconds=_POLL))
        except Exception as error:  # whatever the store raises: a warning must get through
            log_failure("A conversation goes on without a lock", error)
        yield


async def _kept(agent: Agent, session: Session, message: Message) -> dict[str, Any] | None:
    try:
        return await conversations.find(agent.tracker_store, session.sender, str(message.id))
    except Exception as error:  # whatever the store raises: a warning must get through
        log_failure("The conversations cannot be read", error)
        return None


async def _new(agent: Agent, session: Session, message: Message) -> dict[str, Any]:
    now = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    metadata = {"at": now, "title": message.title, "country": session.country}
    metadata = {key: value for key, value in metadata.items() if value}
    replies = Replies()
    said = UserMessage(
        message.text,
        replies,
        session.sender,
        input_channel=CHANNEL,
        message_id=str(message.id),
        metadata=metadata,
    )
    # Not `agent.handle_message`: that takes the lock, which is already held here.
    await agent.processor.handle_message(said)
    return turns.turn(str(message.id), message.text, metadata, replies.messages)


def log_failure(what: str, error: Exception) -> None:
    """Log where an error was raised, without its text: that may hold what somebody typed."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    logger.error("%s: %s\n%s", what, type(error).__name__, frames)
