"""Trains the model without TensorFlow, in a process of its own: `python -m assistant.training NAME`."""
