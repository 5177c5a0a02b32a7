-- A confirmed line keeps its sheet: what is printed is what was ordered, whatever becomes of the product.

-- empty and 0 in drafts and for what is no print
ALTER TABLE order_lines ADD COLUMN size TEXT NOT NULL DEFAULT '';
ALTER TABLE order_lines ADD COLUMN width_mm INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_lines ADD COLUMN height_mm INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_lines ADD COLUMN surface TEXT NOT NULL DEFAULT '';

UPDATE order_lines SET (size, width_mm, height_mm, surface) = (
    SELECT p.size, p.width_mm, p.height_mm, p.surface FROM products AS p
    WHERE p.id = order_lines.product_id
)
WHERE order_id IN (SELECT id FROM orders WHERE confirmed_at IS NOT NULL)
    AND product_id IN (SELECT id FROM products WHERE kind = 'print');
