-- Ways into the trail and the archive that read no more than they show.

CREATE INDEX audit_entries_by_action ON audit_entries (action, at, id);

-- longer numbers of a year come after shorter ones: 2026-10000 after 2026-9999
CREATE INDEX orders_by_number ON orders (length(number), number);
