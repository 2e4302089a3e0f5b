-- A document may be seen several times, at several addresses, and change. All of it is kept, and every act is set down in a log whose
-- entries are chained by their hashes.

CREATE TABLE captures (
    document TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES snapshots,
    source TEXT NOT NULL,           -- path or URL
    seen_at TEXT NOT NULL,          -- UTC: when it was fetched, captured or saved
    headers BLOB,                   -- of the response: JSON [[name, value], …], zlib
    text_sha256 TEXT NOT NULL,      -- of the text that was read from it; captures of one text are one version
    PRIMARY KEY (document, sha256, seen_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX captures_sha256 ON captures (sha256);
CREATE INDEX captures_source ON captures (source);
INSERT INTO captures SELECT id, sha256, source, fetched_at, NULL, '' FROM documents JOIN snapshots USING (sha256);

CREATE TABLE addresses (
    address TEXT NOT NULL,          -- as addresses are compared: without scheme, tracking and fragment
    document TEXT NOT NULL,
    kind TEXT NOT NULL,             -- claimed by the page, or found there
    PRIMARY KEY (address, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX addresses_document ON addresses (document);

CREATE TABLE custody (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,               -- UTC, by the clock of the computer, which may jump; the number tells the order
    act TEXT NOT NULL,
    subject TEXT NOT NULL,          -- a document, a judgement, a path
    detail TEXT NOT NULL,           -- JSON
    previous TEXT NOT NULL,         -- the hash of the entry before
    hash TEXT NOT NULL
) STRICT;

CREATE TABLE tombstones (
    sha256 TEXT PRIMARY KEY,        -- of a snapshot that was removed
    document TEXT NOT NULL,
    source TEXT NOT NULL,
    removed_at TEXT NOT NULL,
    removed_by TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER custody_stays BEFORE UPDATE ON custody BEGIN SELECT RAISE(ABORT, 'the custody log is never changed'); END;
CREATE TRIGGER custody_remains BEFORE DELETE ON custody BEGIN SELECT RAISE(ABORT, 'the custody log is never cut'); END;
CREATE TRIGGER tombstones_stay BEFORE UPDATE ON tombstones BEGIN SELECT RAISE(ABORT, 'tombstones are never changed'); END;
CREATE TRIGGER tombstones_remain BEFORE DELETE ON tombstones BEGIN SELECT RAISE(ABORT, 'tombstones are never removed'); END;

ALTER TABLE documents ADD COLUMN given_columns TEXT;    -- JSON [[column, name], …], said with `tawatur add --map`
UPDATE readings SET reader_version = '0';
UPDATE settings SET value = '' WHERE key = 'reconciled';
