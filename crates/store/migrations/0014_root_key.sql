-- When the root key was last renewed, and since when it should be: somebody left who knows it.

CREATE TABLE root_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    renewed_at INTEGER,
    due_since INTEGER
) STRICT;

INSERT INTO root_key (id) VALUES (1);
