"""How well the trained model does on the public benchmark (`benchmarks/`).

Import this after `lean_imports.install()`.
"""

import asyncio
import logging
import math
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml
from rasa.core.agent import Agent, load_agent
from rasa.utils.log_utils import configure_structlog

from assistant.paths import ROOT
from assistant.safety.message import ENTITY

BENCHMARK = ROOT / "benchmarks" / "red_flags.yml"
PAIRS = ROOT / "benchmarks" / "red_flags_pairs.yml"
# The twin of a pair that reports no sign.
NEGATED = "negated"
RANK = {"none": 0, "check": 1, "soon": 2, "urgent": 3, "emergency": 4}
_Z = 1.96
# Name, hits, n.
Row = tuple[str, int, int]


def wilson(hits: int, n: int) -> tuple[float, float]:
    """Return the 95 % Wilson interval of a share, each bound in 0 to 1."""
    if n == 0:
        return 0.0, 1.0
    share = hits / n
    middle = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    half = _Z / (1 + _Z**2 / n) * math.sqrt(share * (1 - share) / n + _Z**2 / (4 * n * n))
    return max(0.0, middle - half), min(1.0, middle + half)


def records(file: Path) -> list[dict[str, Any]]:
    """Return the records of a benchmark's file."""
    return yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)


def messages() -> list[dict[str, Any]]:
    """Return the messages of the benchmark: `text`, `level`, `sign`, and `kind` for look-alikes."""
    return records(BENCHMARK)


def pairs() -> list[dict[str, Any]]:
    """Return emergencies, each with the same said in other ways, and a twin that is none."""
    return records(PAIRS)


def warning_tables(model: str) -> dict[str, list[Row]]:
    """Return title and rows of each table about warning signs, for a trained model."""
    asked, rephrased = messages(), pairs()
    texts = [m["text"] for m in asked] + [t for p in rephrased for k, t in p.items() if k != "sign"]
    levels = dict(zip(texts, levels_of(texts, model)))
    titles = "By level", "By sign", "By kind of look-alike"
    by_title = dict(zip(titles, rows([(m, levels[m["text"]]) for m in asked])))
    return {**by_title, "The same emergency, said otherwise": pair_rows(levels)}


def parsed(texts: list[str], model: str) -> list[dict[str, Any]]:
    """Return what Rasa's NLU pipeline makes of each text, for the path of a trained model."""
    logging.disable(logging.WARNING)
    configure_structlog(logging.ERROR)

    async def ask() -> list[dict[str, Any]]:
        agent: Agent = await load_agent(model_path=model)
        return [await agent.parse_message(text) for text in texts]

    return asyncio.run(ask())


def levels_of(texts: list[str], model: str) -> list[str]:
    """Return the level that a model gives to each text, "none" where it gives none."""
    return [_level(message) for message in parsed(texts, model)]


def _level(message: dict[str, Any]) -> str:
    return next((e["value"]["level"] for e in message["entities"] if e["entity"] == ENTITY), "none")


def rows(judged: list[tuple[dict[str, Any], str]]) -> tuple[list[Row], list[Row], list[Row]]:
    """Return (name, hits, n) by level, by sign with the worst first, and by kind of look-alike.

    A sign is hit by a card of its level or higher; a look-alike by no card of level urgent or emergency.
    """
    levels, signs, kinds = defaultdict(list), defaultdict(list), defaultdict(list)
    for message, level in judged:
        if message["level"] == "none":
            spared = RANK[level] < RANK["urgent"]
            kinds[message["kind"]].append(spared)
            levels["look-alikes without a false card"].append(spared)
            levels["look-alikes without any card"].append(level == "none")
        else:
            hit = RANK[level] >= RANK[message["level"]]
            signs[f"{message['level']}: {message['sign']}"].append(hit)
            levels[message["level"]].append(hit)
            levels[f"{message['level']}, any card"].append(level != "none")

    return counted(levels), worst_first(signs), worst_first(kinds)


def counted(groups: dict[str, list[bool]]) -> list[Row]:
    """Return (name, hits, n) of each group."""
    return [(name, sum(hits), len(hits)) for name, hits in groups.items()]


def worst_first(groups: dict[str, list[bool]]) -> list[Row]:
    """Return (name, hits, n) of each group, the smallest share first."""
    return sorted(counted(groups), key=lambda row: row[1] / row[2])


def pair_rows(levels: dict[str, str]) -> list[Row]:
    """Return (kind of change, hits, n): how often the change left the emergency one.

    Only emergencies count that got their card as they stand; a negated twin must get no card of level
    urgent or emergency.

    Args:
        levels: the level given to each text of `pairs`.
    """
    kinds: dict[str, list[bool]] = defaultdict(list)
    for pair in pairs():
        changes = {kind: text for kind, text in pair.items() if kind not in ("sign", "base")}
        if levels[pair["base"]] != "emergency":
            continue
        for kind, text in changes.items():
            spared = RANK[levels[text]] < RANK["urgent"]
            kinds[kind].append(spared if kind == NEGATED else levels[text] == "emergency")
    return worst_first(kinds)
