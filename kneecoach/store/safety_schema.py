"""The tables of checks, session gates, clearances and refusals: the step to version 1.2 (65538)."""

from __future__ import annotations

SAFETY_SINCE = 65538  # a file that can only be read may be older

_WHEN = """  at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402300799),
  offset_minutes INTEGER NOT NULL CHECK (offset_minutes BETWEEN -1439 AND 1439),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')"""

_TABLES = (
    # `number` is the order of writing. `seal` ties a row to this installation and to the row before
    # it (`store/seal.py`); what arrived from elsewhere has none.
    f"""CREATE TABLE safety_event (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  kind TEXT NOT NULL,
{_WHEN},
  origin TEXT NOT NULL,
  seal BLOB CHECK (length(seal) = 32)
) STRICT""",
    "CREATE INDEX safety_event_by_kind ON safety_event (kind, number)",
    """CREATE TABLE sign_check (
  event INTEGER PRIMARY KEY REFERENCES safety_event (number),
  age INTEGER CHECK (age BETWEEN 0 AND 120),
  pain_rest INTEGER CHECK (pain_rest BETWEEN 0 AND 10)
) STRICT""",
    """CREATE TABLE sign_answer (
  event INTEGER NOT NULL REFERENCES sign_check (event),
  sign TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (event, sign)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE gate (
  event INTEGER PRIMARY KEY REFERENCES safety_event (number),
  kind TEXT NOT NULL
) STRICT""",
    """CREATE TABLE gate_answer (
  event INTEGER NOT NULL REFERENCES gate (event),
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (event, question)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE clearance (
  event INTEGER PRIMARY KEY REFERENCES safety_event (number),
  cleared BLOB NOT NULL CHECK (length(cleared) = 16),
  seen TEXT NOT NULL CHECK (seen GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT""",
    """CREATE TABLE check_end (
  event INTEGER PRIMARY KEY REFERENCES safety_event (number),
  ended BLOB CHECK (length(ended) = 16),
  reason TEXT NOT NULL
) STRICT""",
    f"""CREATE TABLE refusal (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
{_WHEN},
  way TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT""",
    """CREATE TABLE refused_exercise (
  refusal INTEGER NOT NULL REFERENCES refusal (number),
  number INTEGER NOT NULL CHECK (number >= 0),
  exercise TEXT NOT NULL,
  PRIMARY KEY (refusal, number)
) STRICT, WITHOUT ROWID""",
)

_KEPT = (
    *("safety_event", "sign_check", "sign_answer", "gate", "gate_answer", "clearance"),
    *("check_end", "refusal", "refused_exercise"),
)


def _triggers(table: str) -> tuple[str, str]:
    told = f"{table} stays as it was told"
    return (
        f"CREATE TRIGGER {table}_stays BEFORE UPDATE ON {table}\n"
        f"BEGIN SELECT RAISE(ABORT, '{told}'); END",
        f"CREATE TRIGGER {table}_is_kept BEFORE DELETE ON {table}\n"
        f"BEGIN SELECT RAISE(ABORT, '{told}'); END",
    )


STATEMENTS: tuple[str, ...] = (*_TABLES, *(text for name in _KEPT for text in _triggers(name)))
