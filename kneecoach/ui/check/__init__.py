"""The check of warning signs on the screen: its page, its rows and its end."""
