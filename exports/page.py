"""The plan as a page to print, and what all pages share."""

import base64
import hashlib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from knowledge import KnowledgeBase
from programme.plan import Plan
from programme.plan_reply import lights, plan_payload
from programme.wording import day


def plan_page(kb: KnowledgeBase, plan: Plan, pictures: Mapping[str, str] | None = None) -> str:
    """Return the plan as a whole HTML page that prints well and needs no other file.

    Args:
        pictures: SVG by exercise id, from this project; it is put into the page as it is.
    """
    return render(
        "plan.html",
        kb,
        plan=plan_payload(kb, plan),
        made_on=day(kb, plan.made_on),
        pictures={c.exercise.id: Markup((pictures or {}).get(c.exercise.id, "")) for c in plan.exercises
                  if c.own_way},
        lights=lights(kb),
        sources=source_lines(kb, kb.programme.plan.sources),
    )  # fmt: skip


def render(template: str, kb: KnowledgeBase, **values: Any) -> str:
    """Return a page of the templates folder; all values are escaped."""
    content = kb.programme.exports
    return _environment().get_template(template).render(
        words=content.words,
        plan_words=kb.programme.plan.words,
        language=content.language,
        style=Markup(style()),
        policy=content_security_policy(),
        **values,
    )  # fmt: skip


@lru_cache(maxsize=1)
def style() -> str:
    """Return the style sheet of all pages."""
    return (files("exports") / "templates" / "page.css").read_text("utf-8")


@lru_cache(maxsize=1)
def content_security_policy() -> str:
    """Return the policy for the pages: their own style, nothing else; no script can run.

    It stands in each page, and is meant for the HTTP header too.
    """
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def source_lines(kb: KnowledgeBase, ids: list[str]) -> list[str]:
    """Return the sources in words."""
    words = kb.programme.exports.words
    return [
        words["source" if s.year else "source_undated"].format(
            title=s.title, publisher=s.publisher, year=s.year
        )
        for s in map(kb.sources.__getitem__, ids)
    ]


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("exports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
