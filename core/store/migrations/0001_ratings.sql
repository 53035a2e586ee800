-- Version 1: answers to competencies. Rows are only ever added; the triggers hold for every program that opens the file.
-- Text is UTF-8. `checksum` is the CRC-32 of the row (core/store/rating_rows.cpp), so that a flipped bit is noticed.

CREATE TABLE rating (
  rating_id     TEXT NOT NULL PRIMARY KEY CHECK (length(rating_id) = 36 AND rating_id NOT GLOB '*[^0-9a-f-]*'),
  competency_id TEXT NOT NULL CHECK (length(competency_id) BETWEEN 1 AND 100),
  answer        TEXT NOT NULL CHECK (answer IN ('level', 'not_in_my_job', 'prefer_not_to_say')),
  level         INTEGER CHECK (level BETWEEN 1 AND 5),
  note          TEXT NOT NULL CHECK (length(CAST(note AS BLOB)) <= 8192),
  rated_at      TEXT NOT NULL CHECK (rated_at GLOB '????-??-??T??:??:??*Z'),
  revision      INTEGER NOT NULL CHECK (revision BETWEEN 1 AND 1000000000),
  checksum      INTEGER NOT NULL CHECK (checksum BETWEEN 0 AND 4294967295),
  CHECK ((answer = 'level') = (level IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- The current answer of a competency is the last row of its range. A table without rowid adds rating_id at the end.
CREATE INDEX rating_by_competency ON rating (competency_id, revision, rated_at);

CREATE TRIGGER rating_is_never_changed BEFORE UPDATE ON rating
BEGIN
  SELECT RAISE(ABORT, 'a rating is never changed');
END;

CREATE TRIGGER rating_is_never_removed BEFORE DELETE ON rating
BEGIN
  SELECT RAISE(ABORT, 'a rating is never removed');
END;

-- INSERT OR REPLACE removes a row without asking the trigger above.
CREATE TRIGGER rating_is_never_replaced BEFORE INSERT ON rating
WHEN EXISTS (SELECT 1 FROM rating WHERE rating_id = NEW.rating_id)
BEGIN
  SELECT RAISE(ABORT, 'a rating is never replaced');
END;
