-- A history as version 1.2 (65538) writes it: a finished session, a draft, one taken back,
-- a check, the seven questions, a clearance, the end of a check, a refusal.
BEGIN TRANSACTION;
CREATE TABLE correction (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  session INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  part INTEGER NOT NULL,
  set_number INTEGER NOT NULL CHECK (set_number >= 1),
  value INTEGER NOT NULL CHECK (value >= 0),
  at INTEGER NOT NULL,
  FOREIGN KEY (session, part) REFERENCES part (session, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "correction" VALUES(X'20202020202020202020202020202020',1,1,0,2,9,1774958400);
CREATE TABLE deletion (
  session BLOB NOT NULL PRIMARY KEY CHECK (length(session) = 16),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "deletion" VALUES(X'C3C3C3C3C3C3C3C3C3C3C3C3C3C3C3C3',1774958400);
CREATE TABLE part (
  session INTEGER NOT NULL REFERENCES session (row),
  number INTEGER NOT NULL CHECK (number >= 0),
  exercise TEXT NOT NULL,
  side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
  sets INTEGER NOT NULL CHECK (sets >= 1),
  reps INTEGER CHECK (reps >= 1),
  hold_s INTEGER CHECK (hold_s >= 1),
  rest_s INTEGER NOT NULL CHECK (rest_s >= 0),
  ms INTEGER NOT NULL DEFAULT 0 CHECK (ms >= 0),
  PRIMARY KEY (session, number),
  CHECK ((reps IS NULL) <> (hold_s IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO "part" VALUES(1,0,'leg_raise','left',3,10,NULL,45,18000);
INSERT INTO "part" VALUES(1,1,'calf_stretch','right',3,NULL,20,10,24000);
INSERT INTO "part" VALUES(2,0,'leg_raise','left',3,10,NULL,45,15000);
INSERT INTO "part" VALUES(2,1,'calf_stretch','right',3,NULL,20,10,0);
INSERT INTO "part" VALUES(3,0,'leg_raise','left',3,10,NULL,45,9000);
INSERT INTO "part" VALUES(3,1,'calf_stretch','right',3,NULL,20,10,0);
CREATE TABLE rating (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  session INTEGER NOT NULL REFERENCES session (row),
  number INTEGER NOT NULL CHECK (number >= 1),
  kind TEXT NOT NULL,
  value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 10),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "rating" VALUES(X'10101010101010101010101010101010',1,1,'before',4,1774958400);
INSERT INTO "rating" VALUES(X'11111111111111111111111111111111',1,2,'worst',5,1774958400);
INSERT INTO "rating" VALUES(X'12121212121212121212121212121212',1,3,'after',2,1774958400);
CREATE TABLE repetition (
  session INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  part INTEGER NOT NULL,
  set_number INTEGER NOT NULL CHECK (set_number >= 1),
  rep INTEGER NOT NULL CHECK (rep >= 1),
  ms INTEGER NOT NULL CHECK (ms >= 0),
  PRIMARY KEY (session, number),
  FOREIGN KEY (session, part) REFERENCES part (session, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "repetition" VALUES(1,1,0,1,1,6000);
INSERT INTO "repetition" VALUES(1,2,0,1,2,6000);
INSERT INTO "repetition" VALUES(1,3,0,1,3,6000);
INSERT INTO "repetition" VALUES(1,4,1,1,1,20000);
INSERT INTO "repetition" VALUES(2,1,0,1,1,6000);
INSERT INTO "repetition" VALUES(2,2,0,1,2,6000);
INSERT INTO "repetition" VALUES(3,1,0,1,1,6000);
CREATE TABLE session (
  row INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  started INTEGER NOT NULL CHECK (started BETWEEN 0 AND 253402300799),
  offset_minutes INTEGER NOT NULL CHECK (offset_minutes BETWEEN -1439 AND 1439),
  slot TEXT NOT NULL,
  finished INTEGER
) STRICT;
INSERT INTO "session" VALUES(1,X'A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1A1','2026-03-31',1774958400,120,'morning',1774958400);
INSERT INTO "session" VALUES(2,X'B2B2B2B2B2B2B2B2B2B2B2B2B2B2B2B2','2026-03-31',1774965600,120,'morning',NULL);
INSERT INTO "session" VALUES(3,X'C3C3C3C3C3C3C3C3C3C3C3C3C3C3C3C3','2026-03-31',1774967400,120,'morning',NULL);
CREATE TABLE replacement (
  session INTEGER NOT NULL,
  part INTEGER NOT NULL,
  instead_of INTEGER NOT NULL CHECK (instead_of <> part),
  PRIMARY KEY (session, part, instead_of),
  FOREIGN KEY (session, part) REFERENCES part (session, number),
  FOREIGN KEY (session, instead_of) REFERENCES part (session, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "replacement" VALUES(1,1,0);
CREATE TABLE hurt (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  session INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  part INTEGER NOT NULL,
  choice TEXT NOT NULL,
  pain INTEGER CHECK (pain BETWEEN 0 AND 10),
  at INTEGER NOT NULL,
  FOREIGN KEY (session, part) REFERENCES part (session, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "hurt" VALUES(X'30303030303030303030303030303030',1,1,0,'easier',4,1774958400);
CREATE TABLE answer (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  session INTEGER NOT NULL REFERENCES session (row),
  number INTEGER NOT NULL CHECK (number >= 1),
  question TEXT NOT NULL,
  exercise TEXT,
  value TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "answer" VALUES(X'40404040404040404040404040404040',1,1,'effort',NULL,'hard',1774958400);
INSERT INTO "answer" VALUES(X'41414141414141414141414141414141',1,2,'effort',NULL,'right',1774958400);
INSERT INTO "answer" VALUES(X'42424242424242424242424242424242',1,3,'swelling',NULL,'yes',1774958400);
INSERT INTO "answer" VALUES(X'43434343434343434343434343434343',1,4,'two_more','leg_raise','yes',1774958400);
CREATE TABLE note (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  session INTEGER NOT NULL REFERENCES session (row),
  number INTEGER NOT NULL CHECK (number >= 1),
  text TEXT NOT NULL CHECK (length(text) <= 500),
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "note" VALUES(X'50505050505050505050505050505050',1,1,'Slept badly.',1774958400);
CREATE INDEX session_by_day ON session (day);
CREATE INDEX rating_by_session ON rating (session, number);
CREATE INDEX correction_by_session ON correction (session, number);
CREATE INDEX hurt_by_session ON hurt (session, number);
CREATE INDEX answer_by_session ON answer (session, number);
CREATE INDEX note_by_session ON note (session, number);
CREATE TRIGGER session_stays BEFORE UPDATE ON session
WHEN OLD.finished IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a finished session stays as it is'); END;
CREATE TRIGGER session_is_kept BEFORE DELETE ON session
BEGIN SELECT RAISE(ABORT, 'a session is taken back by a row of deletion'); END;
CREATE TRIGGER part_comes_before_the_end BEFORE INSERT ON part
WHEN (SELECT finished FROM session WHERE row = NEW.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a finished session stays as it is'); END;
CREATE TRIGGER part_stays BEFORE UPDATE ON part
WHEN (SELECT finished FROM session WHERE row = OLD.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a finished session stays as it is'); END;
CREATE TRIGGER part_is_kept BEFORE DELETE ON part
BEGIN SELECT RAISE(ABORT, 'a session is taken back by a row of deletion'); END;
CREATE TRIGGER repetition_comes_before_the_end BEFORE INSERT ON repetition
WHEN (SELECT finished FROM session WHERE row = NEW.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a finished session stays as it is'); END;
CREATE TRIGGER repetition_stays BEFORE UPDATE ON repetition
WHEN (SELECT finished FROM session WHERE row = OLD.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a finished session stays as it is'); END;
CREATE TRIGGER repetition_is_kept BEFORE DELETE ON repetition
BEGIN SELECT RAISE(ABORT, 'a count is put right by a row of correction'); END;
CREATE TRIGGER rating_stays BEFORE UPDATE ON rating
BEGIN SELECT RAISE(ABORT, 'a rating is followed by another one'); END;
CREATE TRIGGER rating_is_kept BEFORE DELETE ON rating
BEGIN SELECT RAISE(ABORT, 'a rating is followed by another one'); END;
CREATE TRIGGER correction_stays BEFORE UPDATE ON correction
BEGIN SELECT RAISE(ABORT, 'a correction is followed by another one'); END;
CREATE TRIGGER correction_is_kept BEFORE DELETE ON correction
BEGIN SELECT RAISE(ABORT, 'a correction is followed by another one'); END;
CREATE TRIGGER deletion_stays BEFORE UPDATE ON deletion
BEGIN SELECT RAISE(ABORT, 'a deletion stays'); END;
CREATE TRIGGER deletion_is_kept BEFORE DELETE ON deletion
BEGIN SELECT RAISE(ABORT, 'a deletion stays'); END;
CREATE TRIGGER replacement_comes_before_the_end BEFORE INSERT ON replacement
WHEN (SELECT finished FROM session WHERE row = NEW.session) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a finished session stays as it is'); END;
CREATE TRIGGER replacement_stays BEFORE UPDATE ON replacement
BEGIN SELECT RAISE(ABORT, 'a replacement stays'); END;
CREATE TRIGGER replacement_is_kept BEFORE DELETE ON replacement
BEGIN SELECT RAISE(ABORT, 'a replacement stays'); END;
CREATE TRIGGER hurt_stays BEFORE UPDATE ON hurt
BEGIN SELECT RAISE(ABORT, 'what hurt is followed by another one'); END;
CREATE TRIGGER hurt_is_kept BEFORE DELETE ON hurt
BEGIN SELECT RAISE(ABORT, 'what hurt is followed by another one'); END;
CREATE TRIGGER answer_stays BEFORE UPDATE ON answer
BEGIN SELECT RAISE(ABORT, 'an answer is followed by another one'); END;
CREATE TRIGGER answer_is_kept BEFORE DELETE ON answer
BEGIN SELECT RAISE(ABORT, 'an answer is followed by another one'); END;
CREATE TRIGGER note_stays BEFORE UPDATE ON note
BEGIN SELECT RAISE(ABORT, 'a note is followed by another one'); END;
CREATE TRIGGER note_is_kept BEFORE DELETE ON note
BEGIN SELECT RAISE(ABORT, 'a note is followed by another one'); END;
CREATE TABLE safety_event (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  kind TEXT NOT NULL,
  at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402300799),
  offset_minutes INTEGER NOT NULL CHECK (offset_minutes BETWEEN -1439 AND 1439),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  origin TEXT NOT NULL,
  seal BLOB CHECK (length(seal) = 32)
) STRICT;
INSERT INTO "safety_event" VALUES(1,X'60606060606060606060606060606060','check',1774958400,120,'2026-03-31','here',X'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
INSERT INTO "safety_event" VALUES(2,X'61616161616161616161616161616161','gate',1774958460,120,'2026-03-31','here',X'ABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABAB');
INSERT INTO "safety_event" VALUES(3,X'62626262626262626262626262626262','clearance',1774958520,120,'2026-03-31','here',X'ACACACACACACACACACACACACACACACACACACACACACACACACACACACACACACACAC');
INSERT INTO "safety_event" VALUES(4,X'63636363636363636363636363636363','end',1774958580,120,'2026-03-31','import',NULL);
CREATE INDEX safety_event_by_kind ON safety_event (kind, number);
CREATE TABLE sign_check (
  event INTEGER PRIMARY KEY REFERENCES safety_event (number),
  age INTEGER CHECK (age BETWEEN 0 AND 120),
  pain_rest INTEGER CHECK (pain_rest BETWEEN 0 AND 10)
) STRICT;
INSERT INTO "sign_check" VALUES(1,54,3);
CREATE TABLE sign_answer (
  event INTEGER NOT NULL REFERENCES sign_check (event),
  sign TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (event, sign)
) STRICT, WITHOUT ROWID;
INSERT INTO "sign_answer" VALUES(1,'A1','no');
INSERT INTO "sign_answer" VALUES(1,'B1','not sure');
INSERT INTO "sign_answer" VALUES(1,'D1','yes');
CREATE TABLE gate (
  event INTEGER PRIMARY KEY REFERENCES safety_event (number),
  kind TEXT NOT NULL
) STRICT;
INSERT INTO "gate" VALUES(2,'seven');
CREATE TABLE gate_answer (
  event INTEGER NOT NULL REFERENCES gate (event),
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (event, question)
) STRICT, WITHOUT ROWID;
INSERT INTO "gate_answer" VALUES(2,'breath','not sure');
INSERT INTO "gate_answer" VALUES(2,'leg','no');
CREATE TABLE clearance (
  event INTEGER PRIMARY KEY REFERENCES safety_event (number),
  cleared BLOB NOT NULL CHECK (length(cleared) = 16),
  seen TEXT NOT NULL CHECK (seen GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
INSERT INTO "clearance" VALUES(3,X'60606060606060606060606060606060','2026-03-30');
CREATE TABLE check_end (
  event INTEGER PRIMARY KEY REFERENCES safety_event (number),
  ended BLOB CHECK (length(ended) = 16),
  reason TEXT NOT NULL
) STRICT;
INSERT INTO "check_end" VALUES(4,X'60606060606060606060606060606060','expired');
CREATE TABLE refusal (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402300799),
  offset_minutes INTEGER NOT NULL CHECK (offset_minutes BETWEEN -1439 AND 1439),
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  way TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
INSERT INTO "refusal" VALUES(1,X'70707070707070707070707070707070',1774958640,120,'2026-03-31','cause','locked');
CREATE TABLE refused_exercise (
  refusal INTEGER NOT NULL REFERENCES refusal (number),
  number INTEGER NOT NULL CHECK (number >= 0),
  exercise TEXT NOT NULL,
  PRIMARY KEY (refusal, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "refused_exercise" VALUES(1,0,'squat');
INSERT INTO "refused_exercise" VALUES(1,1,'lunge');
CREATE TRIGGER safety_event_stays BEFORE UPDATE ON safety_event
BEGIN SELECT RAISE(ABORT, 'safety_event stays as it was told'); END;
CREATE TRIGGER safety_event_is_kept BEFORE DELETE ON safety_event
BEGIN SELECT RAISE(ABORT, 'safety_event stays as it was told'); END;
CREATE TRIGGER sign_check_stays BEFORE UPDATE ON sign_check
BEGIN SELECT RAISE(ABORT, 'sign_check stays as it was told'); END;
CREATE TRIGGER sign_check_is_kept BEFORE DELETE ON sign_check
BEGIN SELECT RAISE(ABORT, 'sign_check stays as it was told'); END;
CREATE TRIGGER sign_answer_stays BEFORE UPDATE ON sign_answer
BEGIN SELECT RAISE(ABORT, 'sign_answer stays as it was told'); END;
CREATE TRIGGER sign_answer_is_kept BEFORE DELETE ON sign_answer
BEGIN SELECT RAISE(ABORT, 'sign_answer stays as it was told'); END;
CREATE TRIGGER gate_stays BEFORE UPDATE ON gate
BEGIN SELECT RAISE(ABORT, 'gate stays as it was told'); END;
CREATE TRIGGER gate_is_kept BEFORE DELETE ON gate
BEGIN SELECT RAISE(ABORT, 'gate stays as it was told'); END;
CREATE TRIGGER gate_answer_stays BEFORE UPDATE ON gate_answer
BEGIN SELECT RAISE(ABORT, 'gate_answer stays as it was told'); END;
CREATE TRIGGER gate_answer_is_kept BEFORE DELETE ON gate_answer
BEGIN SELECT RAISE(ABORT, 'gate_answer stays as it was told'); END;
CREATE TRIGGER clearance_stays BEFORE UPDATE ON clearance
BEGIN SELECT RAISE(ABORT, 'clearance stays as it was told'); END;
CREATE TRIGGER clearance_is_kept BEFORE DELETE ON clearance
BEGIN SELECT RAISE(ABORT, 'clearance stays as it was told'); END;
CREATE TRIGGER check_end_stays BEFORE UPDATE ON check_end
BEGIN SELECT RAISE(ABORT, 'check_end stays as it was told'); END;
CREATE TRIGGER check_end_is_kept BEFORE DELETE ON check_end
BEGIN SELECT RAISE(ABORT, 'check_end stays as it was told'); END;
CREATE TRIGGER refusal_stays BEFORE UPDATE ON refusal
BEGIN SELECT RAISE(ABORT, 'refusal stays as it was told'); END;
CREATE TRIGGER refusal_is_kept BEFORE DELETE ON refusal
BEGIN SELECT RAISE(ABORT, 'refusal stays as it was told'); END;
CREATE TRIGGER refused_exercise_stays BEFORE UPDATE ON refused_exercise
BEGIN SELECT RAISE(ABORT, 'refused_exercise stays as it was told'); END;
CREATE TRIGGER refused_exercise_is_kept BEFORE DELETE ON refused_exercise
BEGIN SELECT RAISE(ABORT, 'refused_exercise stays as it was told'); END;
COMMIT;
