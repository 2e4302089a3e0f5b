-- Who speaks, ready to be listed. A voice is an outlet, an agency or a speaker (a person, a body, an unnamed source). Its key is, of an
-- outlet, the name under which documents carry it; of all others that of `links`: the id in the packs, or else the folded name.

CREATE TABLE voices (               -- the sums of `document_sources` by key
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    documents INTEGER NOT NULL,
    statements INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX voices_documents ON voices (kind, documents DESC, key);
CREATE INDEX document_sources_key ON document_sources (kind, key, document, statements);

INSERT INTO voices SELECT kind, key, sum(documents), sum(statements), sum(origins) FROM document_sources GROUP BY kind, key;

CREATE TRIGGER voices_grow AFTER INSERT ON document_sources BEGIN
    INSERT INTO voices VALUES (new.kind, new.key, new.documents, new.statements, new.origins) ON CONFLICT DO UPDATE SET
        documents = documents + new.documents, statements = statements + new.statements, origins = origins + new.origins;
END;
CREATE TRIGGER voices_shrink AFTER DELETE ON document_sources BEGIN
    UPDATE voices SET documents = documents - old.documents, statements = statements - old.statements, origins = origins - old.origins
    WHERE kind = old.kind AND key = old.key;
    DELETE FROM voices WHERE kind = old.kind AND key = old.key AND documents = 0;
END;

CREATE TABLE sayings (              -- statements by voice, in time; of outlets only those whose chain ends with them
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    day TEXT NOT NULL,              -- the first on which it can have been said, but none after its report; empty: unknown
    document TEXT NOT NULL,
    statement TEXT NOT NULL,
    is_origin INTEGER NOT NULL,
    PRIMARY KEY (kind, key, day, document, statement)
) STRICT, WITHOUT ROWID;
CREATE INDEX sayings_document ON sayings (document);
CREATE INDEX sayings_statement ON sayings (statement, kind, key);

INSERT OR IGNORE INTO sayings
SELECT CASE kind WHEN 'agency' THEN kind ELSE 'speaker' END, key,
    CASE WHEN length(r.published) >= 10 AND s.first_day > substr(r.published, 1, 10) THEN substr(r.published, 1, 10)
        ELSE coalesce(s.first_day, '') END,
    s.document, s.id, max(is_origin)
FROM statements s JOIN links l ON l.owner = s.id AND l.document = s.document JOIN readings r ON r.document = s.document WHERE kind NOT IN ('outlet', 'document')
GROUP BY 1, 2, 3, 4, 5;

INSERT OR IGNORE INTO sayings
SELECT 'outlet', r.outlet,
    CASE WHEN length(r.published) >= 10 AND s.first_day > substr(r.published, 1, 10) THEN substr(r.published, 1, 10)
        ELSE coalesce(s.first_day, '') END,
    s.document, s.id, 1
FROM statements s JOIN links l ON l.owner = s.id AND l.document = s.document JOIN readings r ON r.document = s.document
WHERE l.kind = 'outlet' AND l.is_origin AND r.outlet IS NOT NULL;

-- What reconciling gives, by voice.

CREATE TABLE origins (              -- events and claims of which a chain ends with a voice
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    what TEXT NOT NULL,             -- event, claim
    day TEXT NOT NULL,              -- of an event its first, of a claim that of the voice's last statement of it; empty: unknown
    id TEXT NOT NULL,
    is_alone INTEGER NOT NULL,      -- whether all its chains end with this voice
    PRIMARY KEY (kind, key, what, day, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX origins_id ON origins (id);

CREATE TABLE turns (                -- disagreements in which one voice stands on several sides
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    disagreement TEXT NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (kind, key, disagreement, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX turns_unit ON turns (unit);

CREATE VIEW part_origins AS         -- who stands at the end of the chain of a mention or statement
SELECT owner AS part,
    CASE kind WHEN 'agency' THEN kind WHEN 'outlet' THEN kind WHEN 'document' THEN kind ELSE 'speaker' END AS kind,
    CASE kind WHEN 'outlet' THEN name ELSE key END AS key
FROM links WHERE is_origin;

CREATE VIEW event_origins AS
SELECT kind, key, 'event' AS what, coalesce(first_day, '') AS day, id,
    NOT EXISTS (SELECT 1 FROM event_mentions n JOIN part_origins b ON b.part = n.mention
                WHERE n.event = e.id AND (b.kind <> a.kind OR b.key <> a.key)) AS is_alone
FROM events e JOIN event_mentions m ON m.event = e.id JOIN part_origins a ON a.part = m.mention WHERE kind <> 'document';

CREATE VIEW claim_origins AS
SELECT y.kind, y.key, 'claim' AS what, max(y.day) AS day, m.claim AS id,
    NOT EXISTS (SELECT 1 FROM claim_statements n JOIN part_origins b ON b.part = n.statement
                WHERE n.claim = m.claim AND (b.kind <> y.kind OR b.key <> y.key)) AS is_alone
FROM claim_statements m JOIN sayings y ON y.statement = m.statement WHERE y.is_origin GROUP BY y.kind, y.key, m.claim;

CREATE VIEW unit_turns AS
SELECT a.kind, a.key, u.id AS disagreement, u.unit
FROM unit_disagreements u, json_each(u.record, '$.sides') side, json_each(side.value, '$.statements') said
JOIN part_origins a ON a.part = said.value JOIN links l ON l.owner = a.part AND l.is_origin
WHERE l.kind IN ('person', 'organisation')
GROUP BY u.unit, u.id, a.kind, a.key HAVING count(DISTINCT side.key) > 1;

INSERT OR IGNORE INTO origins SELECT * FROM event_origins;
INSERT OR IGNORE INTO origins SELECT * FROM claim_origins;
INSERT INTO turns SELECT * FROM unit_turns;

CREATE INDEX custody_subject ON custody (subject);
