-- What an entry costs: nothing is ever looked up by hash, and ids are given by the trail itself. The chain and the
-- signed checkpoints tell two equal hashes, an index does not have to.
CREATE TABLE audit_entries_anew (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    action TEXT NOT NULL,
    entity TEXT NOT NULL,
    entity_id INTEGER,
    fields TEXT NOT NULL DEFAULT '',
    count INTEGER,
    machine TEXT NOT NULL,
    prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    staff_id INTEGER,
    layout INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO audit_entries_anew
        (id, at, action, entity, entity_id, fields, count, machine, prev_hash, hash, staff_id, layout)
    SELECT id, at, action, entity, entity_id, fields, count, machine, prev_hash, hash, staff_id, layout
    FROM audit_entries ORDER BY id;
DROP TABLE audit_entries;
ALTER TABLE audit_entries_anew RENAME TO audit_entries;
CREATE INDEX audit_entries_by_entity ON audit_entries (entity, entity_id, id);
-- by time also finds what one person did, without looking at the rows of the others
CREATE INDEX audit_entries_by_time ON audit_entries (at, id, staff_id);
CREATE INDEX audit_entries_by_action ON audit_entries (action, at, id);

CREATE TRIGGER audit_entries_never_updated BEFORE UPDATE ON audit_entries
BEGIN
    SELECT RAISE(ABORT, 'audit entries are never changed');
END;
CREATE TRIGGER audit_entries_never_deleted BEFORE DELETE ON audit_entries
BEGIN
    SELECT RAISE(ABORT, 'audit entries are never deleted');
END;
