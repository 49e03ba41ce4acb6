"""Collects the replies of one message, each as one object."""

from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel

CHANNEL = "chat"


def shown(message: dict[str, Any]) -> dict[str, Any]:
    """Return what the widget shows of a reply: text, buttons, image and custom, where it has them."""
    reply = {key: message[key] for key in ("text", "image", "custom") if message.get(key)}
    buttons = message.get("buttons") or message.get("quick_replies")
    if buttons:
        reply["buttons"] = [{"title": b["title"], "payload": b["payload"]} for b in buttons]
    return reply


class Replies(CollectingOutputChannel):
    """Keeps together what Rasa's own channels send as several messages."""

    @classmethod
    def name(cls) -> str:
        """Return the name for variations of responses by channel."""
        return CHANNEL

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Collect a whole reply."""
        self.messages.append(shown(message))
