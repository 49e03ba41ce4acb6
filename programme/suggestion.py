"""Which stage to start in: fixed, published rules (`knowledge/programme/rules.yml`) and their reason."""

from dataclasses import dataclass

from knowledge import KnowledgeBase
from knowledge.programme import StageRule
from knowledge.programme_check import holds
from programme.wording import ago


@dataclass(frozen=True)
class Suggestion:
    """A stage, the id of the rule behind it, and the reason in words."""

    stage: int
    rule: str
    reason: str


def suggest(kb: KnowledgeBase, pain: int, days: int) -> Suggestion:
    """Return the stage that the rules suggest. The person may choose another one.

    Args:
        pain: 0 to 10.
        days: time since the pain began.
    """
    rule = fitting_rule(kb, pain, days)
    words = kb.programme.plan.words["because"]
    reason = words.format(pain=pain, ago=ago(kb, days), stage=rule.stage, because=rule.because)
    return Suggestion(rule.stage, rule.id, reason)


def fitting_rule(kb: KnowledgeBase, pain: int, days: int) -> StageRule:
    """Return the one rule that holds; `check` has made sure that there is exactly one."""
    return next(rule for rule in kb.programme.stage_rules if holds(rule.when, pain, days))
