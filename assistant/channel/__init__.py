"""The channel of the web widget: `assistant.channel.WebChat:` in credentials.yml switches it on."""

from typing import Any


def __getattr__(name: str) -> Any:
    # Imported on demand: whoever needs only sessions or turns needs no Rasa.
    if name == "WebChat":
        from assistant.channel.web_chat import WebChat

        return WebChat
    raise AttributeError(name)
