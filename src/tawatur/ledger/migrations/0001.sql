-- What goes in. Snapshots and judgements are never changed.

CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO settings VALUES ('inputs', '0'), ('reconciled', ''), ('rereading', '');

CREATE TABLE snapshots (
    sha256 TEXT PRIMARY KEY,
    media TEXT NOT NULL,
    content BLOB NOT NULL,          -- zlib
    fetched_at TEXT NOT NULL        -- UTC
) STRICT;

CREATE TABLE documents (
    number INTEGER PRIMARY KEY AUTOINCREMENT,   -- its row in the index `words`
    id TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL REFERENCES snapshots,
    source TEXT NOT NULL,           -- path or URL
    given_published TEXT,           -- said with `tawatur add`
    given_outlet TEXT
) STRICT;
CREATE INDEX documents_sha256 ON documents (sha256);

CREATE TABLE judgements (
    id TEXT PRIMARY KEY,
    record TEXT NOT NULL            -- JSON
) STRICT;

CREATE TRIGGER snapshots_stay BEFORE UPDATE ON snapshots BEGIN SELECT RAISE(ABORT, 'snapshots are never changed'); END;
CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements BEGIN SELECT RAISE(ABORT, 'judgements are never changed'); END;
CREATE TRIGGER judgements_remain BEFORE DELETE ON judgements BEGIN SELECT RAISE(ABORT, 'judgements are never removed'); END;

-- What reading gives: one document's rows depend on that document alone. `form` columns are folded, for filters.

CREATE TABLE readings (
    document TEXT PRIMARY KEY REFERENCES documents (id),
    reader_version TEXT NOT NULL,
    outlet TEXT,
    title TEXT,
    published TEXT,
    reading BLOB NOT NULL,          -- msgpack of a Reading, zlib
    features BLOB NOT NULL          -- msgpack of what reconciling keeps of it, zlib
) STRICT;

CREATE TABLE mentions (
    document TEXT NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    mode TEXT,
    modality TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    place TEXT,
    first INTEGER NOT NULL,         -- the trigger, in code points
    stop INTEGER NOT NULL,
    form TEXT NOT NULL              -- its sentence
) STRICT;
CREATE INDEX mentions_document ON mentions (document);
CREATE INDEX mentions_id ON mentions (id);

CREATE TABLE figures (
    document TEXT NOT NULL,
    mention TEXT,
    role TEXT NOT NULL,
    low INTEGER,
    high INTEGER,
    modifier TEXT NOT NULL,
    counted TEXT,
    party TEXT,
    first INTEGER NOT NULL,
    stop INTEGER NOT NULL
) STRICT;
CREATE INDEX figures_document ON figures (document);

CREATE TABLE statements (
    document TEXT NOT NULL,
    id TEXT NOT NULL,
    act TEXT NOT NULL,
    speaker TEXT,
    speaker_form TEXT NOT NULL,     -- speaker, organisation and their id
    first_day TEXT,
    last_day TEXT,
    first INTEGER NOT NULL,         -- the content
    stop INTEGER NOT NULL,
    form TEXT NOT NULL
) STRICT;
CREATE INDEX statements_document ON statements (document);
CREATE INDEX statements_id ON statements (id);

CREATE TABLE links (
    document TEXT NOT NULL,
    owner TEXT NOT NULL,            -- a mention or statement
    is_origin INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    key TEXT NOT NULL,              -- pack id, or the folded name
    form TEXT NOT NULL
) STRICT;
CREATE INDEX links_document ON links (document);
CREATE INDEX links_owner ON links (owner);

CREATE VIRTUAL TABLE words USING fts5 (folded, stemmed, content = '', tokenize = 'unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, col);

-- What reconciling gives: all of it is rewritten when a reading or a judgement comes in.

CREATE TABLE events (
    id TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    first_day TEXT,
    last_day TEXT,
    place_form TEXT NOT NULL,
    record TEXT NOT NULL
) STRICT;
CREATE INDEX events_day ON events (first_day, last_day);

CREATE TABLE event_parties (
    event TEXT NOT NULL,
    role TEXT NOT NULL,             -- actor or target
    form TEXT NOT NULL
) STRICT;
CREATE INDEX event_parties_event ON event_parties (event);

CREATE TABLE event_mentions (mention TEXT PRIMARY KEY, event TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX event_mentions_event ON event_mentions (event);

CREATE TABLE claims (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
CREATE TABLE claim_statements (statement TEXT PRIMARY KEY, claim TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE disagreements (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    form TEXT NOT NULL,             -- explanations and positions
    record TEXT NOT NULL
) STRICT;

CREATE TABLE disagreement_parts (
    disagreement TEXT NOT NULL,
    kind TEXT NOT NULL,             -- event, mention or statement
    part TEXT NOT NULL
) STRICT;
CREATE INDEX disagreement_parts_disagreement ON disagreement_parts (disagreement);

CREATE TABLE families (id TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
CREATE TABLE family_members (document TEXT PRIMARY KEY, family TEXT NOT NULL, first TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE merges (subject TEXT NOT NULL, record TEXT NOT NULL) STRICT;
CREATE INDEX merges_subject ON merges (subject);
