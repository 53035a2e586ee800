-- Version 2: what a worker keeps beside ratings: goals, hours, certificates, requests outside the role, and more. Rows
-- are only ever added; the newest revision of a series is what holds, and `removed` hides a series. `body` is JSON text
-- that core/growth checks; `checksum` is the CRC-32 of the row (core/store/entry_rows.cpp).

CREATE TABLE entry (
  entry_id  TEXT NOT NULL PRIMARY KEY CHECK (length(entry_id) = 36 AND entry_id NOT GLOB '*[^0-9a-f-]*'),
  series_id TEXT NOT NULL CHECK (length(series_id) BETWEEN 1 AND 100),
  kind      TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 20),
  body      TEXT NOT NULL CHECK (length(CAST(body AS BLOB)) <= 65536),
  noted_at  TEXT NOT NULL CHECK (noted_at GLOB '????-??-??T??:??:??*Z'),
  revision  INTEGER NOT NULL CHECK (revision BETWEEN 1 AND 1000000000),
  removed   INTEGER NOT NULL CHECK (removed IN (0, 1)),
  checksum  INTEGER NOT NULL CHECK (checksum BETWEEN 0 AND 4294967295),
  CHECK ((removed = 1) = (body = ''))
) STRICT, WITHOUT ROWID;

-- What holds of a series is the last row of its range. A table without rowid adds entry_id at the end.
CREATE INDEX entry_by_series ON entry (series_id, revision, noted_at);

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN
  SELECT RAISE(ABORT, 'an entry is never changed');
END;

CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
BEGIN
  SELECT RAISE(ABORT, 'an entry is never removed');
END;

-- INSERT OR REPLACE removes a row without asking the trigger above.
CREATE TRIGGER entry_is_never_replaced BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM entry WHERE entry_id = NEW.entry_id)
BEGIN
  SELECT RAISE(ABORT, 'an entry is never replaced');
END;
