"""Training without TensorFlow."""

import subprocess
import sys

from assistant.paths import ROOT

CODE = """
from assistant.training.__main__ import use_stand_ins
use_stand_ins()
import sys, yaml
import rasa.model_training
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
pipeline = yaml.safe_load(open("config.yml"))
schemas = DefaultV1Recipe().graph_config_for_recipe(pipeline, {})
print(sorted({node.uses.__name__ for node in schemas.predict_schema.nodes.values()}))
print([m for m in sys.modules if m.startswith(("tensorflow.", "keras"))])
"""


def test_every_component_of_the_configuration_is_known_without_tensorflow():
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", CODE], cwd=ROOT, capture_output=True, text=True
    )
    components, tensorflow = run.stdout.splitlines()
    for name in (
        "WarningScreen",
        "FallbackClassifier",
        "SafetyPolicy",
        "RulePolicy",
        "MemoizationPolicy",
    ):
        assert name in components
    assert tensorflow == "[]"
