"""The words of the escalation cards (`cards.yml`) and whom to call by country (`contacts.yml`)."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, Extra, Field, constr

from knowledge.models import Id, SomeTexts, Text
from knowledge.red_flags import Level

Purpose = Literal["emergency", "urgent", "crisis", "poison"]
UNKNOWN_COUNTRY = "unknown"
# The card that asks, where it is not clear that there is a sign.
UNCLEAR = "unclear"


class _Record(BaseModel):
    class Config:
        extra = Extra.forbid
        frozen = True


class Card(_Record):
    """What to say about one sign. {emergency}, {urgent} and {crisis} stand for the country's numbers.

    `action_other` takes the place of `action` where the message is about somebody else. `confirms` is
    the sign whose card follows where the question of a card that asks is answered with yes.
    """

    sign: Id
    kind: Literal["spinal", "crisis", "medical", "injury"]
    level: Level
    action: Text
    action_other: Text | None = None
    why: Text
    do_not: Text
    tell_staff: Text
    confirms: Id | None = None


class Contact(_Record):
    """One number. `verified` numbers were seen in the named source on `verified_on`."""

    purpose: Purpose = Field(alias="for")
    label: Text
    number: Text
    link: constr(regex=r"^(tel|sms):[+%\d]+$")
    verified: bool
    verified_on: date | None
    source: Text


class Country(_Record):
    """The contacts of a country, the main one of each purpose first; `names` are how people say it."""

    country: constr(regex=r"^([A-Z]{2}(-[A-Z]{3})?|unknown)$")
    name: Text
    names: SomeTexts
    contacts: list[Contact]

    def of(self, purpose: Purpose) -> list[Contact]:
        """Return the contacts for a purpose, the main one first."""
        return [contact for contact in self.contacts if contact.purpose == purpose]
