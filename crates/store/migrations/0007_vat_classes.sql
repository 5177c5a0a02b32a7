-- A product belongs to a group in VAT; its rate is the one of the day on which an order is confirmed.

ALTER TABLE products ADD COLUMN vat_class TEXT NOT NULL DEFAULT 'general'
    CHECK (vat_class IN ('general', 'reduced', 'press', 'exempt'));

UPDATE products SET vat_class = CASE
    WHEN vat_bp = 0 THEN 'exempt'
    WHEN vat_bp IN (1350, 1400) THEN 'reduced'
    WHEN vat_bp = 1000 THEN 'press'
    ELSE 'general'
END;

ALTER TABLE products DROP COLUMN vat_bp;
