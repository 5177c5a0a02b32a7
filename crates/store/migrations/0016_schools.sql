-- Schools, their classes, those who are photographed, their guardians, jobs with camera cards, and what class lists brought.

CREATE TABLE schools (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kind TEXT NOT NULL CHECK (kind IN ('school', 'day_care', 'club')),
    street TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    town TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    agreement_on TEXT NOT NULL DEFAULT '',
    agreement TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    sort_key BLOB NOT NULL,
    rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX schools_by_sort_key ON schools (sort_key, id);

CREATE TABLE school_contacts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES schools (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    duty TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    UNIQUE (school_id, position)
) STRICT;

CREATE TABLE subject_groups (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES schools (id) ON DELETE RESTRICT,
    school_year INTEGER NOT NULL CHECK (school_year BETWEEN 2000 AND 2199),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    teacher TEXT NOT NULL DEFAULT '',
    rev INTEGER NOT NULL DEFAULT 1,
    UNIQUE (school_id, school_year, name)
) STRICT;

CREATE TABLE subjects (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES schools (id) ON DELETE RESTRICT,
    last_name TEXT NOT NULL CHECK (length(last_name) BETWEEN 1 AND 200),
    first_name TEXT NOT NULL DEFAULT '',
    call_name TEXT NOT NULL DEFAULT '',
    source_id TEXT NOT NULL DEFAULT '',
    born_on TEXT NOT NULL DEFAULT '',
    street TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    town TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    photo_permission TEXT NOT NULL CHECK (photo_permission IN ('unknown', 'given', 'refused')),
    publication_permission TEXT NOT NULL CHECK (publication_permission IN ('unknown', 'given', 'refused')),
    -- none: not protected
    protected_at INTEGER,
    protected_by INTEGER REFERENCES staff_members (id) ON DELETE RESTRICT,
    protection_review_on TEXT NOT NULL DEFAULT '',
    sort_key BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX subjects_by_school ON subjects (school_id, source_id, id);
CREATE INDEX subjects_by_protector ON subjects (protected_by) WHERE protected_by IS NOT NULL;

CREATE TABLE group_memberships (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    group_id INTEGER NOT NULL REFERENCES subject_groups (id) ON DELETE RESTRICT,
    subject_id INTEGER NOT NULL REFERENCES subjects (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    left_on TEXT NOT NULL DEFAULT '',
    UNIQUE (subject_id, group_id)
) STRICT;
CREATE INDEX group_memberships_by_group ON group_memberships (group_id, position, id);

-- a guardian is a customer
CREATE TABLE guardianships (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    subject_id INTEGER NOT NULL REFERENCES subjects (id) ON DELETE CASCADE,
    customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE RESTRICT,
    position INTEGER NOT NULL,
    UNIQUE (subject_id, customer_id)
) STRICT;
CREATE INDEX guardianships_by_customer ON guardianships (customer_id, subject_id);

ALTER TABLE customers ADD COLUMN protected_at INTEGER;
ALTER TABLE customers ADD COLUMN protected_by INTEGER REFERENCES staff_members (id) ON DELETE RESTRICT;
ALTER TABLE customers ADD COLUMN protection_review_on TEXT NOT NULL DEFAULT '';
CREATE INDEX customers_by_protector ON customers (protected_by) WHERE protected_by IS NOT NULL;

-- from where the text of a field comes; a field without a row is older than this table
CREATE TABLE field_sources (
    record TEXT NOT NULL CHECK (record IN ('customer', 'subject')),
    record_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('roster', 'given', 'staff', 'accrued')),
    at INTEGER NOT NULL,
    staff_id INTEGER REFERENCES staff_members (id) ON DELETE RESTRICT,
    PRIMARY KEY (record, record_id, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX field_sources_by_staff ON field_sources (staff_id) WHERE staff_id IS NOT NULL;

CREATE TABLE roster_imports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES schools (id) ON DELETE RESTRICT,
    school_year INTEGER NOT NULL CHECK (school_year BETWEEN 2000 AND 2199),
    file_name TEXT NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    left_list INTEGER NOT NULL,
    left_out INTEGER NOT NULL,
    personal_codes INTEGER NOT NULL,
    imported_at INTEGER NOT NULL,
    undone_at INTEGER
) STRICT;
CREATE INDEX roster_imports_by_school ON roster_imports (school_id, id);

CREATE TABLE roster_import_issues (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    import_id INTEGER NOT NULL REFERENCES roster_imports (id) ON DELETE CASCADE,
    row_number INTEGER NOT NULL,
    field TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL,
    is_left_out INTEGER NOT NULL CHECK (is_left_out IN (0, 1))
) STRICT;
CREATE INDEX roster_import_issues_by_import ON roster_import_issues (import_id, id);

-- what an import did, in its order, so that it can be taken back
CREATE TABLE roster_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    import_id INTEGER NOT NULL REFERENCES roster_imports (id) ON DELETE CASCADE,
    record TEXT NOT NULL CHECK (record IN ('subject_group', 'subject', 'customer', 'group_membership', 'guardianship')),
    record_id INTEGER NOT NULL,
    -- empty: the record was made
    field TEXT NOT NULL DEFAULT '',
    before TEXT NOT NULL DEFAULT '',
    source_before TEXT NOT NULL DEFAULT '',
    -- of places in class lists: the text that the import left
    after TEXT NOT NULL DEFAULT '',
    -- of subjects and customers: as the import left it
    rev_after INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX roster_changes_by_import ON roster_changes (import_id, id);
CREATE INDEX roster_changes_by_record ON roster_changes (import_id, record, record_id);

-- to which field a school's heading belongs; an empty field is left out
CREATE TABLE roster_headings (
    school_id INTEGER NOT NULL REFERENCES schools (id) ON DELETE CASCADE,
    heading TEXT NOT NULL,
    field TEXT NOT NULL,
    PRIMARY KEY (school_id, heading)
) STRICT, WITHOUT ROWID;

CREATE TABLE jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    school_id INTEGER NOT NULL REFERENCES schools (id) ON DELETE RESTRICT,
    school_year INTEGER NOT NULL CHECK (school_year BETWEEN 2000 AND 2199),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    starts_on TEXT NOT NULL CHECK (starts_on <> ''),
    ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
    photographers TEXT NOT NULL DEFAULT '',
    price_list TEXT NOT NULL DEFAULT '',
    viewing TEXT NOT NULL CHECK (viewing IN ('not_yet', 'yes', 'no')),
    group_photos TEXT NOT NULL CHECK (group_photos IN ('not_yet', 'yes', 'no')),
    card_habit TEXT NOT NULL CHECK (card_habit IN ('first', 'last')),
    note TEXT NOT NULL DEFAULT '',
    shoot TEXT NOT NULL UNIQUE CHECK (length(shoot) = 5),
    rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX jobs_by_school ON jobs (school_id, starts_on, id);

-- whose card of a job carries which code; a code is never given to another
CREATE TABLE camera_cards (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    job_id INTEGER NOT NULL REFERENCES jobs (id) ON DELETE RESTRICT,
    code TEXT NOT NULL UNIQUE,
    subject_id INTEGER REFERENCES subjects (id) ON DELETE RESTRICT,
    group_id INTEGER REFERENCES subject_groups (id) ON DELETE RESTRICT,
    made_at INTEGER NOT NULL,
    UNIQUE (job_id, subject_id),
    UNIQUE (job_id, group_id),
    CHECK (subject_id IS NULL OR group_id IS NULL)
) STRICT;
CREATE INDEX camera_cards_by_job ON camera_cards (job_id, id);
CREATE INDEX camera_cards_by_subject ON camera_cards (subject_id) WHERE subject_id IS NOT NULL;
CREATE INDEX camera_cards_by_group ON camera_cards (group_id) WHERE group_id IS NOT NULL;
