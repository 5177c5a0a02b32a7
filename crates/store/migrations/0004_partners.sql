-- Print partners, what is handed to them, and the ledger of disclosures.

CREATE TABLE print_partners (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    country TEXT NOT NULL CHECK (length(country) = 2),
    -- empty: no agreement
    agreement_on TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    profile TEXT NOT NULL CHECK (profile IN ('plain')),
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE print_batches (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number TEXT NOT NULL UNIQUE,
    partner_id INTEGER NOT NULL REFERENCES print_partners (id) ON DELETE RESTRICT,
    state TEXT NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'handed_over', 'failed')),
    resend_of_id INTEGER REFERENCES print_batches (id) ON DELETE RESTRICT,
    -- where it is written: the folder chosen, then the batch's own
    parent_folder TEXT NOT NULL,
    folder TEXT NOT NULL DEFAULT '',
    files INTEGER NOT NULL DEFAULT 0,
    prints INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL DEFAULT 0,
    -- of SHA256SUMS; written before the folder gets its final name, so that a crash between the two leaves a trace
    sha256 TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    handed_over_at INTEGER
) STRICT;
CREATE INDEX print_batches_by_partner ON print_batches (partner_id);
CREATE INDEX print_batches_running ON print_batches (id) WHERE state = 'running';

CREATE TABLE print_batch_orders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    batch_id INTEGER NOT NULL REFERENCES print_batches (id) ON DELETE RESTRICT,
    order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE RESTRICT,
    UNIQUE (batch_id, order_id)
) STRICT;
CREATE INDEX print_batch_orders_by_order ON print_batch_orders (order_id, batch_id);

-- a row per image file: its id counts the production stems, which are never given twice
CREATE TABLE print_files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    batch_id INTEGER NOT NULL REFERENCES print_batches (id) ON DELETE RESTRICT,
    order_line_id INTEGER NOT NULL REFERENCES order_lines (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX print_files_by_batch ON print_files (batch_id, id);
CREATE INDEX print_files_by_line ON print_files (order_line_id);

-- recipient, country and agreement as they were then; 'intended' until it is certain, 'void' when nothing left the house
CREATE TABLE disclosures (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'intended' CHECK (state IN ('intended', 'made', 'void')),
    recipient TEXT NOT NULL,
    country TEXT NOT NULL,
    agreement_on TEXT NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('printing')),
    batch_id INTEGER REFERENCES print_batches (id) ON DELETE RESTRICT,
    -- names separated by blanks
    fields TEXT NOT NULL,
    files INTEGER NOT NULL DEFAULT 0,
    sha256 TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX disclosures_by_batch ON disclosures (batch_id);

CREATE TABLE disclosure_customers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    disclosure_id INTEGER NOT NULL REFERENCES disclosures (id) ON DELETE RESTRICT,
    customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE RESTRICT,
    UNIQUE (disclosure_id, customer_id)
) STRICT;
CREATE INDEX disclosure_customers_by_customer ON disclosure_customers (customer_id, disclosure_id);
