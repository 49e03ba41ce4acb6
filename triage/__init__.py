"""Text in, warning signs out. Nothing here needs Rasa or TensorFlow.

`Screen` finds the signs that a text mentions; `decide` makes one verdict of that and of what a learned
net says.
"""

from triage.assessment import Guess, Thresholds, Verdict, decide
from triage.finding import Finding
from triage.screen import Screen

__all__ = ["Finding", "Guess", "Screen", "Thresholds", "Verdict", "decide"]
