"""Files that a person can take along: plan as page, PDF and calendar, a summary, a copy of all data.

Pure functions from data to text or bytes. Who may fetch them, and how long, is not decided here.
"""
