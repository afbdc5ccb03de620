"""The commands that need no window, each loaded when it is asked for."""
