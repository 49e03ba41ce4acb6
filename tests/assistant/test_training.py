"""Training without TensorFlow, with the texts embedded beside it."""

import subprocess
import sys

from rasa.shared.importers.importer import TrainingDataImporter

from assistant.nlu.warning_messages import messages
from assistant.paths import ROOT
from assistant.training import ahead

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


def test_all_that_the_components_ask_for_is_embedded_ahead():
    importer = TrainingDataImporter.load_from_config(
        str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [str(ROOT / "data")]
    )
    asked = {example.get("text") for example in importer.get_nlu_data().intent_examples} - {None}
    asked |= {message["text"] for message in messages()}
    assert asked == set(ahead.texts())
