"""Everything Qt: the window, its pages, the player and what is painted."""
