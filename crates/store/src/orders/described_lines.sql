SELECT
    l.id, l.product_id, l.frame_id, l.quantity, l.unit_price_cents, l.vat_bp, l.size, l.width_mm, l.height_mm,
    l.surface, p.code AS product_code, p.name_fi, p.name_sv, p.name_en,
    CASE WHEN o.confirmed_at IS NULL THEN p.kind = 'print' ELSE l.size <> '' END AS is_print,
    f.name AS frame_name
FROM order_lines AS l
JOIN orders AS o ON o.id = l.order_id
JOIN products AS p ON p.id = l.product_id
LEFT JOIN frames AS f ON f.id = l.frame_id
WHERE l.order_id = :order_id
ORDER BY l.position
