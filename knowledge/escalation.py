"""The escalation card for the warning signs of a message: whole text, and the contract's payload."""

from typing import Any

from knowledge.base import KnowledgeBase
from knowledge.cards import UNKNOWN_COUNTRY, Card, Contact, Country
from knowledge.red_flags import LEVELS

# How many crisis lines a sentence names; the payload holds all of them.
_NAMED_LINES = 2
_WORDS_QUOTED = 12


def country(kb: KnowledgeBase, code: str | None) -> Country:
    """Return the contacts of a country; of no country in particular where the code is not known."""
    return kb.countries.get(code or "", kb.countries[UNKNOWN_COUNTRY])


def emergency_numbers(kb: KnowledgeBase, code: str | None) -> str:
    """Return the emergency numbers of a country in words: "911, 999 or 112"."""
    return _numbers(kb, country(kb, code))["emergency"]


def number_list(kb: KnowledgeBase, code: str | None) -> str:
    """Return the emergency numbers of a country for a sentence in any language: "911 / 999 / 112"."""
    return " / ".join(dict.fromkeys(c.number for c in country(kb, code).of("emergency")))


def main_card(kb: KnowledgeBase, signs: list[str]) -> Card:
    """Return the card of the gravest sign; of equally grave ones a crisis, else the first named."""
    cards = [kb.cards[sign] for sign in signs]
    return min(cards, key=lambda card: (LEVELS.index(card.level), card.kind != "crisis"))


def render(
    kb: KnowledgeBase,
    signs: list[str],
    country_code: str | None = None,
    words: list[str] | None = None,
    about_other: bool = False,
) -> dict[str, Any]:
    """Return a Rasa response (`text`, `custom`) for warning signs.

    Args:
        signs: ids of the signs, in the order they were said.
        country_code: of the site or of what the person said; None shows 911, 999 and 112 together.
        words: the words that named the signs, to be told to the staff.
        about_other: the message is about somebody else.
    """
    card, place = main_card(kb, signs), country(kb, country_code)
    said = kb.wording.escalation
    numbers = _numbers(kb, place)
    action = (about_other and card.action_other) or card.action
    advice = action.format(**numbers).strip()
    quoted = " / ".join(" ".join(w.split()[:_WORDS_QUOTED]) for w in words or [])
    tell_staff = card.tell_staff.strip()
    if quoted and card.kind != "crisis":  # nobody in despair wants to read their words again
        tell_staff = f"{tell_staff} {said['you_wrote'].format(words=quoted)}"
    closing = ""
    if card.kind == "crisis":
        closing = said["undo_crisis"]
    elif card.level in ("emergency", "urgent"):
        closing = f"{said['if_unsure']} {said['undo']}"
    lines = [advice, f"{card.why.strip()} {card.do_not.strip()}", tell_staff, closing]
    contacts = _contacts(card, place)
    return {
        "text": "\n".join(line for line in lines if line),
        "custom": {
            "type": "escalation",
            "level": card.level,
            "kind": card.kind,
            "red_flags": signs,
            "country": place.country,
            "contacts": [_payload(contact) for contact in contacts],
            "advice": advice,
            "tell_staff": tell_staff,
        },
    }


def _contacts(card: Card, place: Country) -> list[Contact]:
    wanted = ["crisis"] if card.kind == "crisis" and card.sign != "overdose" else []
    wanted += ["poison"] if card.sign in ("overdose", "medicine-danger") else []
    wanted += ["urgent"] if card.level in ("urgent", "soon") else []
    return [contact for purpose in ("emergency", *wanted) for contact in place.of(purpose)]


def _payload(contact: Contact) -> dict[str, Any]:
    return {
        "for": contact.purpose,
        "label": contact.label,
        "number": contact.number,
        "link": contact.link,
        "verified_on": contact.verified_on.isoformat() if contact.verified_on else None,
    }


def _numbers(kb: KnowledgeBase, place: Country) -> dict[str, str]:
    """Return the numbers as words for a sentence. Unverified ones come with the general advice."""
    said = kb.wording.escalation
    emergency = place.of("emergency")
    numbers = _either(kb, list(dict.fromkeys(contact.number for contact in emergency)))
    if place.country != UNKNOWN_COUNTRY and not emergency[0].verified:
        numbers = f"{numbers} {said['or_local_number']}"
    urgent = place.of("urgent")
    lines = [contact for contact in place.of("crisis") if contact.link.startswith("tel:")]
    named = [f"{line.number} ({line.label})" for line in lines[:_NAMED_LINES]]
    return {
        "emergency": numbers,
        "urgent": f"{urgent[0].number} ({urgent[0].label})" if urgent else said["no_urgent_number"],
        "crisis": _either(kb, named) if named else said["no_crisis_line"],
    }


def _either(kb: KnowledgeBase, options: list[str]) -> str:
    *first, last = options
    return f"{', '.join(first)} {kb.wording.escalation['or']} {last}" if first else last
