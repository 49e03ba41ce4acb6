"""One answer for each message, also while the first one is still being made."""

import asyncio
import uuid

import pytest
from rasa.core.agent import Agent
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import BotUttered, UserUttered

from assistant.channel import conversations
from assistant.channel.answering import Message, answer
from assistant.channel.errors import ChatError
from assistant.channel.sessions import Session

SESSION = Session("a" * 32)


class SlowProcessor:
    """Answers like Rasa's processor, saving at the end, but takes its time and counts."""

    def __init__(self, store):
        self.store = store
        self.answered = 0
        self.running = 0
        self.most_at_once = 0

    async def handle_message(self, message):
        self.running += 1
        self.most_at_once = max(self.most_at_once, self.running)
        tracker = await self.store.get_or_create_tracker(message.sender_id)
        await asyncio.sleep(0.2)
        self.answered += 1
        tracker.update(
            UserUttered(
                message.text,
                input_channel=message.input_channel,
                message_id=message.message_id,
                metadata=message.metadata,
            )
        )
        reply = BotUttered(f"answer {self.answered}")
        tracker.update(reply)
        await message.output_channel.send_response(message.sender_id, reply.message())
        await self.store.save(tracker)
        self.running -= 1


class FailingProcessor:
    async def handle_message(self, message):
        raise RuntimeError(f"cannot answer {message.text}")


@pytest.fixture
def agent():
    domain = Domain.empty()
    agent = Agent(domain, tracker_store=InMemoryTrackerStore(domain), lock_store=InMemoryLockStore())
    agent.processor = SlowProcessor(agent.tracker_store)
    return agent


def message(text="hello", message_id=None):
    return Message(id=message_id or uuid.uuid4(), text=text)


def test_a_message_sent_again_waits_for_the_first_reply(agent):
    same = message()

    async def both():
        return await asyncio.gather(*(answer(agent, SESSION, same) for _ in range(3)))

    first, *others = asyncio.run(both())
    assert first["messages"] == [{"text": "answer 1"}]
    assert all(other == first for other in others)
    assert agent.processor.answered == 1


def test_messages_of_one_conversation_are_answered_in_turn(agent):
    async def both():
        return await asyncio.gather(*(answer(agent, SESSION, message(text)) for text in "abc"))

    turns = asyncio.run(both())
    assert agent.processor.most_at_once == 1
    assert asyncio.run(conversations.history(agent.tracker_store, SESSION.sender)) == turns


def test_other_conversations_do_not_wait(agent):
    async def both():
        sessions = (Session(character * 32) for character in "abc")
        await asyncio.gather(*(answer(agent, session, message()) for session in sessions))

    asyncio.run(both())
    assert agent.processor.most_at_once == 3


def test_a_failure_is_logged_without_what_was_typed(agent, caplog):
    agent.processor = FailingProcessor()
    with pytest.raises(ChatError, match="failed"):
        asyncio.run(answer(agent, SESSION, message("my private words")))
    assert "RuntimeError" in caplog.text
    assert "handle_message" in caplog.text
    assert "private" not in caplog.text


def test_after_a_failure_the_message_can_be_sent_again(agent):
    same, works = message(), agent.processor
    agent.processor = FailingProcessor()
    with pytest.raises(ChatError):
        asyncio.run(answer(agent, SESSION, same))
    agent.processor = works
    assert asyncio.run(answer(agent, SESSION, same))["messages"] == [{"text": "answer 1"}]
