-- What a watch needs: how the derived records stood before they changed, what was told of it, what is still to be delivered, and how the
-- feeds and their pages stand. Times are UTC.

CREATE TABLE changing (
    kind TEXT NOT NULL,             -- event, claim, family, unit, report
    id TEXT NOT NULL,
    record TEXT NOT NULL,           -- as it was first: JSON; of a unit the list of its disagreements; of a report its snapshot's SHA-256;
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
CREATE INDEX deliveries_development ON deliveries (development);

CREATE TABLE feeds (
    url TEXT PRIMARY KEY,
    etag TEXT,
    last_modified TEXT,
    checked_at TEXT NOT NULL,
    next_at TEXT NOT NULL,          -- not asked before
    quiet INTEGER NOT NULL,         -- how often in a row it had nothing new
    failures INTEGER NOT NULL       -- how often in a row it could not be read
) STRICT, WITHOUT ROWID;

CREATE TABLE visits (
    address TEXT PRIMARY KEY,       -- as addresses are compared
    url TEXT NOT NULL,
    taken_at TEXT,                  -- when the page was fetched first
    checked_at TEXT NOT NULL,       -- when it was found, or asked for last
    next_at TEXT,                   -- when it is asked for; empty: not any more
    etag TEXT,
    last_modified TEXT,
    failures INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX visits_next ON visits (next_at) WHERE next_at IS NOT NULL;
