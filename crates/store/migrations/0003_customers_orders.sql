-- Customers with their permissions, products, orders.

CREATE TABLE customers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    last_name TEXT NOT NULL CHECK (length(last_name) BETWEEN 1 AND 200),
    first_name TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    street TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    town TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL CHECK (length(country) = 2),
    language TEXT NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    note TEXT NOT NULL DEFAULT '',
    -- derived from the fields above: place in the Finnish alphabet, folded words, digits
    sort_key BLOB NOT NULL,
    search_words TEXT NOT NULL,
    search_digits TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    rev INTEGER NOT NULL DEFAULT 1
) STRICT;
-- a search walks it in Finnish order without touching the rows
CREATE INDEX customers_by_sort_key ON customers (sort_key, id, search_words, search_digits, email);

-- the beginnings of words; both tables are filled from the folded text and can be made anew from it
CREATE VIRTUAL TABLE customers_fts USING fts5 (
    words,
    content = '', contentless_delete = 1, detail = 'none', prefix = '1 2 3 4 5 6', tokenize = 'ascii'
);
-- any three characters or more of digits and e-mail addresses
CREATE VIRTUAL TABLE customers_fragments USING fts5 (
    digits, email,
    content = '', contentless_delete = 1, tokenize = 'trigram'
);

-- customers are added one by one: merge early, a search reads every part
INSERT INTO customers_fts (customers_fts, rank) VALUES ('automerge', 2);
INSERT INTO customers_fragments (customers_fragments, rank) VALUES ('automerge', 2);

CREATE TABLE consents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE RESTRICT,
    purpose TEXT NOT NULL CHECK (purpose IN ('marketing')),
    is_given INTEGER NOT NULL CHECK (is_given IN (0, 1)),
    wording TEXT NOT NULL CHECK (length(wording) BETWEEN 1 AND 4000),
    language TEXT NOT NULL CHECK (language IN ('fi', 'sv', 'en')),
    channel TEXT NOT NULL CHECK (channel IN ('desk', 'phone', 'paper')),
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX consents_by_customer ON consents (customer_id, purpose, id);

CREATE TABLE products (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 20),
    name_fi TEXT NOT NULL,
    name_sv TEXT NOT NULL,
    name_en TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('print', 'other')),
    size TEXT NOT NULL DEFAULT '',
    width_mm INTEGER NOT NULL DEFAULT 0,
    height_mm INTEGER NOT NULL DEFAULT 0,
    surface TEXT NOT NULL DEFAULT '',
    price_cents INTEGER NOT NULL CHECK (price_cents >= 0),
    vat_bp INTEGER NOT NULL CHECK (vat_bp BETWEEN 0 AND 10000),
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    rev INTEGER NOT NULL DEFAULT 1,
    CHECK (kind = 'other' OR (size <> '' AND width_mm > 0 AND height_mm > 0))
) STRICT;

-- running numbers that are never given twice, whatever becomes of their orders
CREATE TABLE counters (
    name TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT;

CREATE TABLE orders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number TEXT NOT NULL UNIQUE,
    customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE RESTRICT,
    state TEXT NOT NULL DEFAULT 'draft'
        CHECK (state IN ('draft', 'confirmed', 'sent', 'delivered', 'cancelled')),
    note TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    confirmed_at INTEGER,
    sent_at INTEGER,
    delivered_at INTEGER,
    cancelled_at INTEGER,
    rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX orders_by_customer ON orders (customer_id, id);
CREATE INDEX orders_by_state ON orders (state, id);

CREATE TABLE order_lines (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE RESTRICT,
    frame_id INTEGER REFERENCES frames (id) ON DELETE RESTRICT,
    quantity INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 999),
    unit_price_cents INTEGER NOT NULL CHECK (unit_price_cents >= 0),
    vat_bp INTEGER NOT NULL CHECK (vat_bp BETWEEN 0 AND 10000),
    UNIQUE (order_id, position)
) STRICT;
CREATE INDEX order_lines_by_frame ON order_lines (frame_id);
CREATE INDEX order_lines_by_product ON order_lines (product_id);
