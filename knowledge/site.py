"""What is particular to one installation: `site.yml`, checked before it is used."""

import os
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, Extra, Field, ValidationError, conint, constr

ROOT = Path(__file__).resolve().parent.parent
FILE_SETTING, COUNTRY_SETTING = "SCIATICA_SITE", "SCIATICA_COUNTRY"


class _Section(BaseModel):
    """The description of a field is its remedy: it stands behind the mistake in the check."""

    class Config:
        extra = Extra.forbid
        frozen = True


class Clinic(_Section):
    """Who offers the chat."""

    name: constr(strip_whitespace=True, min_length=1) = Field(description="write the clinic's name")
    phone: constr(regex=r"^\+?[\d ().-]{3,}$") | None = Field(
        None, description='write digits and spaces, in quotes: "020 7946 0000"'
    )
    url: constr(regex=r"^https?://\S+$") | None = Field(
        None, description="write a whole address: https://riverside.example"
    )


class Limits(_Section):
    """How much one person may send."""

    characters: conint(ge=200, le=10_000) = Field(2000, description="write a number, 200 to 10000")
    session_hours: conint(ge=1, le=720) = Field(24, description="write hours, 1 to 720")
    messages_per_minute: conint(ge=1) = Field(30, description="write a number, 1 or more")
    requests_per_minute: conint(ge=1) = Field(300, description="write a number, 1 or more")
    store: constr(regex=r"^(memory|rediss?://\S+)$") = Field(
        "memory", description="write memory, or redis://host:6379/2"
    )


class Site(_Section):
    """All settings of `site.yml`."""

    clinic: Clinic | None = Field(None, description="write name, phone and url below it, or nothing")
    country: constr(regex=r"^[A-Z]{2}(-[A-Z]{3})?$") | None = Field(
        None, description="write a country of knowledge/contacts.yml: GB"
    )
    guided_plan: bool = Field(True, description="write true or false")
    origins: list[constr(regex=r"^https?://[\w.-]+(:\d+)?$")] = Field(
        [], description="list sites without a path and without *: [https://riverside.example]"
    )
    trusted_proxies: conint(ge=0, le=10) = Field(0, description="write a number, 0 to 10")
    limits: Limits = Field(Limits(), description="write its keys below it, or leave it out")


class SiteError(ValueError):
    """The settings have mistakes. `errors` holds one line for each: file, key, what to write."""

    def __init__(self, errors: list[str]) -> None:
        super().__init__("\n".join(errors))
        self.errors = errors


def file(root: Path = ROOT) -> Path:
    """Return the file with the settings; `SCIATICA_SITE` names another one than `site.yml`."""
    return root / os.environ.get(FILE_SETTING, "site.yml")


def read(path: Path, countries: Collection[str] = ()) -> Site:
    """Read and check the settings.

    Args:
        path: the YAML file.
        countries: codes that `country` may have; any code where this is empty.

    Raises:
        SiteError: with every mistake, each with file, key and remedy.
    """
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except FileNotFoundError as error:
        raise SiteError([f"{path.name}: the file is missing; take it from the repository"]) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise SiteError([f"{path.name}{line}: {getattr(error, 'problem', error)}"]) from error
    if not isinstance(raw, dict):
        raise SiteError([f"{path.name}: write keys with values, as in the repository's file"])
    return _parse(raw, path.name, countries)


def _parse(raw: dict[str, Any], name: str, countries: Collection[str]) -> Site:
    mistakes = []
    try:
        site = Site.parse_obj(raw)
    except ValidationError as error:
        mistakes = [_line(name, problem) for problem in error.errors()]
    country = raw.get("country")
    known_form = not any(line.startswith(f"{name}, country:") for line in mistakes)
    if country and countries and known_form and country not in countries:
        mistakes.append(f"{name}, country: there is no {country!r}; write one of {', '.join(countries)}")
    if mistakes:
        raise SiteError(mistakes)
    return site


def _line(name: str, problem: dict[str, Any]) -> str:
    keys = [part for part in problem["loc"] if isinstance(part, str)]
    model: Any = Site
    for key in keys[:-1]:
        model = model.__fields__[key].type_
    field = model.__fields__.get(keys[-1])
    remedy = field.field_info.description if field else f"there is {', '.join(model.__fields__)}"
    wrong = "has another form" if problem["type"] == "value_error.str.regex" else problem["msg"]
    return f"{name}, {'.'.join(map(str, problem['loc']))}: {wrong}; {remedy}"


@lru_cache(maxsize=1)
def settings() -> Site:
    """Return the settings of this process, read once.

    Raises:
        SiteError: with every mistake in the file.
    """
    return read(file())


def country() -> str | None:
    """Return the country of the site; `SCIATICA_COUNTRY` goes before the file."""
    return os.environ.get(COUNTRY_SETTING) or settings().country
