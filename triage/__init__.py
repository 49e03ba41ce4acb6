"""Text in, warning signs out. Nothing here needs Rasa or TensorFlow. Start at `triage.screen`."""

from triage.screen import Finding, Screen

__all__ = ["Finding", "Screen"]
