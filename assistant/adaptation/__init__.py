"""Adapts the sentence encoder to how people speak of sciatica: `sciatica adapt`, some forty minutes.

The result, `assistant/nlu/adapter.npz`, is small and belongs to the project: training a model only
reads it. Adapt again when many phrases were added; a few are learned well by training alone.
"""
