"""Stands in for Rasa's check of the configuration, which imports every component that Rasa has.

What it finds out is found elsewhere too: `rasa data validate`, the loading of the components, and
`sciatica check`.
"""

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.importers.importer import TrainingDataImporter


class DefaultV1RecipeValidator(GraphComponent):
    """Passes the training data on as they are."""

    @classmethod
    def create(
        cls,
        config: dict[str, object],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "DefaultV1RecipeValidator":
        """Create the component (see parent class)."""
        return cls()

    def validate(self, importer: TrainingDataImporter) -> TrainingDataImporter:
        """Return the importer."""
        return importer
