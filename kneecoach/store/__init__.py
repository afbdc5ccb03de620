"""Files and SQL: history, settings, content."""
