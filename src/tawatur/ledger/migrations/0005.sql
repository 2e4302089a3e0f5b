-- What lists, maps and facets ask of the whole ledger, in narrow rows beside the records, so that an answer is found by an index. All of
-- it follows from the tables above. Unknown days, places, countries and outlets are empty here, so that keys compare.

CREATE TABLE event_index (
    event TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    mode TEXT NOT NULL,
    modality TEXT NOT NULL,         -- the firmest of its mentions
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    place TEXT NOT NULL,            -- pack id, or the folded name
    place_form TEXT NOT NULL,       -- name, id and country, folded
    country TEXT NOT NULL,
    lat REAL,
    lon REAL,
    mentions INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    disagreements INTEGER NOT NULL,
    chains_min INTEGER NOT NULL,
    chains_max INTEGER NOT NULL,
    seen_at TEXT NOT NULL           -- UTC: when the newest of its documents was first seen with the text it has now
) STRICT, WITHOUT ROWID;
CREATE INDEX event_index_day ON event_index (first_day, last_day, event);
CREATE INDEX event_index_rough ON event_index (first_day, last_day) WHERE first_day != last_day;
CREATE INDEX event_index_seen ON event_index (seen_at, first_day, event);
CREATE INDEX event_index_disputed ON event_index (disagreements, chains_max, event);
CREATE INDEX event_index_told ON event_index (mentions, chains_max, event);
CREATE INDEX event_index_type ON event_index (type, first_day, event);
CREATE INDEX event_index_country ON event_index (country, first_day, event);
CREATE INDEX event_index_place ON event_index (place, first_day, event);

CREATE TABLE event_outlets (outlet TEXT NOT NULL, event TEXT NOT NULL, PRIMARY KEY (outlet, event)) STRICT, WITHOUT ROWID;
CREATE INDEX event_outlets_event ON event_outlets (event);

CREATE TABLE disagreement_index (
    disagreement TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    weaker INTEGER NOT NULL,        -- the chains, at most, behind the side that has second most
    chains INTEGER NOT NULL,        -- behind all sides, at most
    documents INTEGER NOT NULL,     -- behind all sides
    spread REAL NOT NULL,           -- of figures, the largest over the smallest; 0 of anything else
    first_day TEXT NOT NULL,        -- of its events, and else of its statements
    last_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX disagreement_index_weight ON disagreement_index (weaker, chains, documents, spread, disagreement);
CREATE INDEX disagreement_index_day ON disagreement_index (first_day, disagreement);

CREATE TABLE claim_index (
    claim TEXT PRIMARY KEY,
    form TEXT NOT NULL,
    statements INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    chains_min INTEGER NOT NULL,
    chains_max INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_index_told ON claim_index (documents, chains_max, claim);

-- Documents, kept in step by triggers on what they follow from.

CREATE TABLE document_index (
    document TEXT PRIMARY KEY,
    outlet TEXT NOT NULL,
    published TEXT NOT NULL,
    seen_at TEXT NOT NULL,          -- UTC: when it was first seen with the text it has now
    is_read INTEGER NOT NULL        -- whether it has a reading
) STRICT, WITHOUT ROWID;
CREATE INDEX document_index_published ON document_index (is_read, published, document);
CREATE INDEX document_index_seen ON document_index (is_read, seen_at, document);
CREATE INDEX document_index_outlet ON document_index (is_read, outlet, published, document);

CREATE VIEW document_seen AS
SELECT one.document, min(one.seen_at) AS seen_at FROM captures AS one
WHERE NOT EXISTS (
    SELECT 1 FROM captures AS later
    WHERE later.document = one.document AND (later.seen_at, later.sha256) > (one.seen_at, one.sha256) AND later.text_sha256 != one.text_sha256
)
GROUP BY one.document;

INSERT INTO document_index
SELECT document, coalesce(outlet, ''), coalesce(published, ''), seen_at, readings.document IS NOT NULL
FROM document_seen LEFT JOIN readings USING (document);

CREATE TRIGGER captures_come AFTER INSERT ON captures BEGIN
    INSERT INTO document_index SELECT document, '', '', seen_at, 0 FROM document_seen WHERE document = new.document
    ON CONFLICT DO UPDATE SET seen_at = excluded.seen_at;
END;
CREATE TRIGGER captures_change AFTER UPDATE ON captures BEGIN
    DELETE FROM document_index WHERE document = old.document AND NOT EXISTS (SELECT 1 FROM captures WHERE document = old.document);
    INSERT INTO document_index SELECT document, '', '', seen_at, 0 FROM document_seen WHERE document IN (old.document, new.document)
    ON CONFLICT DO UPDATE SET seen_at = excluded.seen_at;
END;
CREATE TRIGGER captures_go AFTER DELETE ON captures BEGIN
    DELETE FROM document_index WHERE document = old.document AND NOT EXISTS (SELECT 1 FROM captures WHERE document = old.document);
    UPDATE document_index SET seen_at = (SELECT seen_at FROM document_seen WHERE document = old.document) WHERE document = old.document;
END;
CREATE TRIGGER readings_come AFTER INSERT ON readings BEGIN
    UPDATE document_index SET outlet = coalesce(new.outlet, ''), published = coalesce(new.published, ''), is_read = 1
    WHERE document = new.document;
END;
CREATE TRIGGER readings_go AFTER DELETE ON readings BEGIN
    UPDATE document_index SET outlet = '', published = '', is_read = 0 WHERE document = old.document;
END;
CREATE TRIGGER documents_move AFTER UPDATE OF seen_at ON document_index WHEN new.seen_at != old.seen_at BEGIN
    UPDATE event_index SET seen_at = (
        SELECT max(d.seen_at) FROM event_mentions JOIN mentions ON id = mention JOIN document_index AS d USING (document)
        WHERE event_mentions.event = event_index.event
    )
    WHERE event IN (SELECT event FROM mentions JOIN event_mentions ON mention = id WHERE document = new.document);
END;

-- Sources: what each document owes to whom, and the sums of it by name.

CREATE TABLE document_sources (
    document TEXT NOT NULL,
    kind TEXT NOT NULL,             -- outlet, agency or speaker
    key TEXT NOT NULL,              -- as in `links`; of an outlet its name
    name TEXT NOT NULL,
    documents INTEGER NOT NULL,     -- 1 in the first row of a key, else 0
    statements INTEGER NOT NULL,    -- statements whose chain has the key, each at the first name
    origins INTEGER NOT NULL,       -- mentions and statements whose chain ends with it, likewise
    links INTEGER NOT NULL,         -- how often the name stands for the key
    PRIMARY KEY (document, kind, key, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE source_names (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    documents INTEGER NOT NULL,
    statements INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    links INTEGER NOT NULL,
    PRIMARY KEY (kind, key, name)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER sources_come AFTER INSERT ON document_sources BEGIN
    INSERT INTO source_names VALUES (new.kind, new.key, new.name, new.documents, new.statements, new.origins, new.links)
    ON CONFLICT DO UPDATE SET documents = documents + new.documents, statements = statements + new.statements,
        origins = origins + new.origins, links = links + new.links;
END;
CREATE TRIGGER sources_go AFTER DELETE ON document_sources BEGIN
    UPDATE source_names SET documents = documents - old.documents, statements = statements - old.statements,
        origins = origins - old.origins, links = links - old.links
    WHERE kind = old.kind AND key = old.key AND name = old.name;
    DELETE FROM source_names WHERE kind = old.kind AND key = old.key AND name = old.name AND links = 0;
END;

CREATE INDEX statements_day ON statements (coalesce(first_day, ''), document, id);
CREATE INDEX readings_version ON readings (reader_version);
