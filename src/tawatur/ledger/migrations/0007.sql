-- What is to be reviewed, in the order of what matters. All of it follows from the records and the judgements.

CREATE TABLE review_queue (
    id TEXT PRIMARY KEY,            -- an event or a disagreement
    kind TEXT NOT NULL,             -- event, disagreement
    state TEXT NOT NULL,            -- open, pending, ask, done
    weight REAL NOT NULL,
    reasons TEXT NOT NULL           -- JSON: why it is here
) STRICT, WITHOUT ROWID;
CREATE INDEX review_queue_order ON review_queue (state, weight, id);

