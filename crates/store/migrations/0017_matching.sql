-- Whose frames are: sessions of jobs, what was seen in frames, what staff put right, clocks that are off.

ALTER TABLE sessions ADD COLUMN job_id INTEGER REFERENCES jobs (id) ON DELETE RESTRICT;
CREATE INDEX sessions_by_job ON sessions (job_id, id) WHERE job_id IS NOT NULL;

-- not_yet: nobody has looked for codes; card_like: something like a card could not be read
ALTER TABLE frames ADD COLUMN code_reading TEXT NOT NULL DEFAULT 'not_yet'
    CHECK (code_reading IN ('not_yet', 'done', 'card_like'));

CREATE TABLE frame_codes (
    frame_id INTEGER NOT NULL REFERENCES frames (id) ON DELETE CASCADE,
    code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 64),
    PRIMARY KEY (frame_id, code)
) STRICT, WITHOUT ROWID;

-- in the order of their ids; taking one back deletes it
CREATE TABLE matching_edits (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE RESTRICT,
    frame_id INTEGER NOT NULL REFERENCES frames (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL
        CHECK (kind IN ('type_code', 'not_a_card', 'split', 'merge', 'assign', 'shift', 'confirm')),
    -- of type_code
    code TEXT NOT NULL DEFAULT '',
    -- whose the run became, by assign, shift and confirm; neither: nobody's
    subject_id INTEGER REFERENCES subjects (id) ON DELETE RESTRICT,
    group_id INTEGER REFERENCES subject_groups (id) ON DELETE RESTRICT,
    -- portraits that the run had then; none where an edit says nothing of a whole run
    frames INTEGER,
    first_frame_id INTEGER,
    last_frame_id INTEGER,
    -- of shift
    neighbour TEXT NOT NULL DEFAULT '' CHECK (neighbour IN ('', 'previous', 'next')),
    at INTEGER NOT NULL,
    CHECK (subject_id IS NULL OR group_id IS NULL)
) STRICT;
CREATE INDEX matching_edits_by_job ON matching_edits (job_id, id);
CREATE INDEX matching_edits_by_frame ON matching_edits (frame_id);
CREATE INDEX matching_edits_by_subject ON matching_edits (subject_id) WHERE subject_id IS NOT NULL;
CREATE INDEX matching_edits_by_group ON matching_edits (group_id) WHERE group_id IS NOT NULL;
