"""Plain rules and values: no Qt, no files, no clock, no SQL."""
