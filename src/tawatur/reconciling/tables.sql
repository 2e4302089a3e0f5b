-- What reconciling keeps so that it can go on where it stopped. `kept_*` are the features of each reading; all else follows from them
-- and from the judgements. A thing's number is a hash of its id.

CREATE TABLE kept_documents (
    number INTEGER PRIMARY KEY,
    document TEXT NOT NULL UNIQUE,
    record BLOB NOT NULL,           -- msgpack of DocumentFeatures
    flaws BLOB NOT NULL
) STRICT;
CREATE TABLE kept_mentions (number INTEGER PRIMARY KEY, document TEXT NOT NULL, id TEXT NOT NULL, record BLOB NOT NULL) STRICT;
CREATE INDEX kept_mentions_document ON kept_mentions (document);
CREATE TABLE kept_statements (number INTEGER PRIMARY KEY, document TEXT NOT NULL, id TEXT NOT NULL, record BLOB NOT NULL) STRICT;
CREATE INDEX kept_statements_document ON kept_statements (document);
CREATE TABLE kept_figures (id TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (id, document)) STRICT, WITHOUT ROWID;
CREATE INDEX kept_figures_document ON kept_figures (document);

CREATE TABLE pending (document TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;     -- came, changed or went since the last time
CREATE TABLE heeded (judgement TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;     -- judgements that were taken into account

CREATE TABLE claim_of (statement INTEGER PRIMARY KEY, claim TEXT NOT NULL) STRICT;
CREATE INDEX claim_of_claim ON claim_of (claim);
CREATE TABLE bears_on (statement INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY (statement, event)) STRICT, WITHOUT ROWID;
CREATE INDEX bears_on_event ON bears_on (event);
