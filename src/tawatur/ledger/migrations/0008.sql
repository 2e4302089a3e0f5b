-- What is new: of what came in at one time, what was published last comes first.

ALTER TABLE event_index ADD COLUMN published TEXT NOT NULL DEFAULT '';     -- the latest that any of its documents was
UPDATE event_index SET published = coalesce((
    SELECT max(d.published) FROM event_mentions e JOIN mentions m ON m.id = e.mention JOIN document_index d ON d.document = m.document
    WHERE e.event = event_index.event), '');
DROP INDEX event_index_seen;
CREATE INDEX event_index_seen ON event_index (seen_at, published, event);
DROP INDEX document_index_seen;
CREATE INDEX document_index_seen ON document_index (is_read, seen_at, published, document);

-- Disagreements say which figures stand on their sides, and how they were settled: all of them are found anew.
UPDATE settings SET value = '' WHERE key = 'reconciled';
