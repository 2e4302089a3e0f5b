-- Reconciling keeps its own tables and says only what changed. A disagreement comes of a unit (an event, a matter, a document), and goes
-- with it; where two units find the same one, that of the first counts.

CREATE TABLE new_readings (
    document TEXT PRIMARY KEY REFERENCES documents (id),
    reader_version TEXT NOT NULL,
    outlet TEXT,
    title TEXT,
    published TEXT,
    reading BLOB NOT NULL           -- msgpack of a Reading, zlib
) STRICT;
INSERT INTO new_readings SELECT document, '0', outlet, title, published, reading FROM readings;
DROP TABLE readings;
ALTER TABLE new_readings RENAME TO readings;

UPDATE settings SET value = '' WHERE key = 'reconciled';

DROP TABLE disagreement_parts;
DROP TABLE disagreements;

CREATE TABLE unit_disagreements (
    unit TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    form TEXT NOT NULL,             -- explanations and positions
    record TEXT NOT NULL,
    PRIMARY KEY (id, unit)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_disagreements_unit ON unit_disagreements (unit);

CREATE VIEW disagreements AS
SELECT id, kind, form, record FROM unit_disagreements AS one
WHERE NOT EXISTS (SELECT 1 FROM unit_disagreements AS other WHERE other.id = one.id AND other.unit < one.unit);

CREATE TABLE unit_disagreement_parts (
    unit TEXT NOT NULL,
    disagreement TEXT NOT NULL,
    kind TEXT NOT NULL,             -- event, mention or statement
    part TEXT NOT NULL,
    PRIMARY KEY (disagreement, unit, kind, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_disagreement_parts_unit ON unit_disagreement_parts (unit);
CREATE INDEX unit_disagreement_parts_part ON unit_disagreement_parts (part);

CREATE VIEW disagreement_parts AS SELECT DISTINCT disagreement, kind, part FROM unit_disagreement_parts;

CREATE INDEX claim_statements_claim ON claim_statements (claim);
CREATE INDEX family_members_family ON family_members (family);
