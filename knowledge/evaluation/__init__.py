"""How good the answers are: questions with known answers, verdicts, figures, comparisons."""
