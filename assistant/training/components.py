"""Rasa's own components that `config.yml` names; importing them makes them known to Rasa.

Add one here when you add it there. Those made of TensorFlow (DIET, TED) cannot be used.
"""

from rasa.core.policies.memoization import MemoizationPolicy
from rasa.core.policies.rule_policy import RulePolicy
from rasa.nlu.classifiers.fallback_classifier import FallbackClassifier

DEFAULT_COMPONENTS = [FallbackClassifier, MemoizationPolicy, RulePolicy]
