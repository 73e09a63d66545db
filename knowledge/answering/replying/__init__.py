"""From a verdict to the reply: quotations, choices, suggestions, summaries."""
