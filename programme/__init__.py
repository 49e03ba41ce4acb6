"""The guided programme: answers read from free text, a stage, a plan, a diary. Pure functions.

Nothing here needs Rasa or the web; content and words come from `knowledge/programme/`.
"""
