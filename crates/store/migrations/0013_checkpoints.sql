-- Keys that sign what the trail was, and what they signed.

CREATE TABLE checkpoint_keys (
    -- from 1 without gaps: each key but the first is named by the one before it
    id INTEGER PRIMARY KEY CHECK (id > 0),
    public_key BLOB NOT NULL UNIQUE CHECK (length(public_key) = 32),
    -- none: given up, nothing is signed with it any more
    seed BLOB CHECK (seed IS NULL OR length(seed) = 32),
    statement TEXT NOT NULL CHECK ((id = 1) = (statement = '')),
    made_at INTEGER NOT NULL
) STRICT;

CREATE TABLE checkpoints (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key_id INTEGER NOT NULL REFERENCES checkpoint_keys (id) ON DELETE RESTRICT,
    size INTEGER NOT NULL CHECK (size > 0),
    -- roots of the tree's perfect subtrees, the largest first: where the next checkpoint goes on
    frontier BLOB NOT NULL CHECK (length(frontier) % 32 = 0),
    made_at INTEGER NOT NULL,
    note TEXT NOT NULL
) STRICT;

CREATE TRIGGER checkpoint_keys_only_give_up_their_seed BEFORE UPDATE ON checkpoint_keys
WHEN new.id <> old.id OR new.public_key <> old.public_key OR new.statement <> old.statement
    OR new.made_at <> old.made_at OR new.seed IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'a checkpoint key only gives up its seed');
END;
CREATE TRIGGER checkpoint_keys_never_deleted BEFORE DELETE ON checkpoint_keys
BEGIN
    SELECT RAISE(ABORT, 'checkpoint keys are never deleted');
END;
CREATE TRIGGER checkpoints_never_updated BEFORE UPDATE ON checkpoints
BEGIN
    SELECT RAISE(ABORT, 'checkpoints are never changed');
END;
CREATE TRIGGER checkpoints_never_deleted BEFORE DELETE ON checkpoints
BEGIN
    SELECT RAISE(ABORT, 'checkpoints are never deleted');
END;
