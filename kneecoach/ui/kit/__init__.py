"""The widgets every page is made of: they take the look first, follow it, and are real widgets."""
