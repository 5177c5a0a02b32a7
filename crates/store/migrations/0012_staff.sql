-- Those who work with the register, and who did what.

CREATE TABLE staff_members (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    role TEXT NOT NULL CHECK (
        role IN ('owner', 'data_protection_contact', 'order_desk', 'production', 'photographer', 'viewer')
    ),
    agreed_on TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'active', 'left')),
    left_on TEXT NOT NULL DEFAULT '',
    rev INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT active_only_with_agreement CHECK (status <> 'active' OR agreed_on <> ''),
    CONSTRAINT left_on_a_day CHECK ((status = 'left') = (left_on <> ''))
) STRICT;

-- none: the recovery code, or the program itself
ALTER TABLE audit_entries ADD COLUMN staff_id INTEGER;
-- which values the hash covers
ALTER TABLE audit_entries ADD COLUMN layout INTEGER NOT NULL DEFAULT 1;
CREATE INDEX audit_entries_by_staff ON audit_entries (staff_id, at, id);
