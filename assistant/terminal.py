"""A chat in the terminal, for trying the assistant out. Import this after `lean_imports.install()`."""

import asyncio
from typing import Any

from prompt_toolkit import PromptSession
from prompt_toolkit.patch_stdout import patch_stdout
from rich.console import Console, RenderableType
from rich.panel import Panel
from rich.text import Text

from assistant.conversation import Assistant

COLOURS = {"emergency": "red", "urgent": "red", "soon": "yellow", "check": "yellow"}
console = Console()


def rendered(messages: list[dict[str, Any]]) -> tuple[list[RenderableType], list[dict[str, str]]]:
    """Return what to print for a reply, and the buttons that can be chosen by number.

    The text of a reply is whole; a card adds its sources and, for a warning, the numbers to call.
    """
    cards = [message["custom"] for message in messages if message.get("custom")]
    level = next((card["level"] for card in cards if card.get("type") == "escalation"), None)
    parts: list[RenderableType] = [
        Panel(Text(message["text"]), border_style=COLOURS.get(level, "cyan"))
        for message in messages
        if message.get("text")
    ]
    for card in cards:
        if card.get("contacts"):
            numbers = "   ".join(f"{c['label']}: {c['number']}" for c in card["contacts"])
            parts.append(Text(numbers, style="bold red"))
        if card.get("sources"):
            named = "; ".join(source["title"] for source in card["sources"])
            parts.append(
                Text(f"Sources: {named} ({card['reviewed_on']}, {card['status']})", style="dim")
            )
    buttons = [button for message in messages for button in message.get("buttons") or []]
    parts += [Text(f"  {n}. {b['title']}", style="cyan") for n, b in enumerate(buttons, start=1)]
    return parts, buttons


def run(assistant: Assistant) -> None:
    """Chat until the person leaves with Ctrl+D or /quit. A number chooses a suggestion."""
    asyncio.run(_chat(assistant))


async def _chat(assistant: Assistant) -> None:
    console.print("Type a question, or the number of a suggestion. Leave with Ctrl+D.\n", style="dim")
    prompt: PromptSession[str] = PromptSession("You: ")
    messages = await assistant.say("hello")
    while True:
        parts, buttons = rendered(messages)
        console.print(*parts, sep="\n")
        try:
            with patch_stdout():
                said = (await prompt.prompt_async()).strip()
        except (EOFError, KeyboardInterrupt):
            break
        if said == "/quit":
            break
        if said.isdecimal() and 1 <= int(said) <= len(buttons):
            said = buttons[int(said) - 1]["payload"]
        messages = await assistant.say(said) if said else []
