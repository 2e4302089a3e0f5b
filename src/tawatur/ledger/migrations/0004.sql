-- What a watch needs: how the derived records stood before they changed, what was told of it, what is still to be delivered, and how the
-- feeds stand.

CREATE TABLE changing (
    kind TEXT NOT NULL,             -- event, claim, family, unit, report
    id TEXT NOT NULL,
    record TEXT NOT NULL,           -- as it was first: JSON; of a unit the list of its disagreements; of a report its text's SHA-256;
    PRIMARY KEY (kind, id)          -- empty for what was not there
) STRICT, WITHOUT ROWID;

CREATE TABLE developments (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    is_told INTEGER NOT NULL,       -- whether it was printed
    record TEXT NOT NULL            -- JSON
) STRICT;
CREATE INDEX developments_untold ON developments (number) WHERE NOT is_told;

CREATE TABLE deliveries (
    webhook TEXT NOT NULL,          -- SHA-256 of its address, which may hold a secret
    development INTEGER NOT NULL REFERENCES developments,
    PRIMARY KEY (webhook, development)
) STRICT, WITHOUT ROWID;

CREATE TABLE feeds (
    url TEXT PRIMARY KEY,
    etag TEXT,
    last_modified TEXT,
    checked_at TEXT NOT NULL,       -- UTC
    next_at TEXT NOT NULL,          -- UTC: not asked again before
    failures INTEGER NOT NULL,      -- in a row
    fault TEXT NOT NULL             -- the last one, that it is told once; empty when there is none
) STRICT, WITHOUT ROWID;
