"""What the widget must know of the site before anybody says something."""

from typing import Any

from actions.content import knowledge_base
from assistant.channel.words import words
from knowledge import escalation, site


def about(country: str | None) -> dict[str, Any]:
    """Return the settings for a page; `country` is what the page says of itself."""
    settings, said = site.settings(), words()
    code = country or site.country()
    place = escalation.country(knowledge_base(), code)
    return {
        "clinic": settings.clinic.dict() if settings.clinic else None,
        "country": code,
        "emergency": {
            "numbers": [
                {"number": contact.number, "label": contact.label, "href": contact.link}
                for contact in place.of("emergency")
            ],
            "line": said.emergency_line.strip(),
        },
        "guided_plan": settings.guided_plan,
        "examples": said.examples,
        "intro": {},
    }


def known_country(code: Any) -> str | None:
    """Return a country's code if there are contacts for it, else None."""
    return code if isinstance(code, str) and code in knowledge_base().countries else None
