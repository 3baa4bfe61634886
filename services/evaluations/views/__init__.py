"""The questions that the evaluations service answers: one module each, for one audience."""
