"""KneeCoach: information and exercises for people with pain at the back of the knee."""

__version__ = "0.1.0"
