SELECT
    l.id, l.product_id, l.frame_id, l.quantity, l.unit_price_cents, l.vat_bp,
    p.code AS product_code, p.name_fi, p.name_sv, p.name_en, p.kind = 'print' AS is_print,
    f.name AS frame_name
FROM order_lines AS l
JOIN products AS p ON p.id = l.product_id
LEFT JOIN frames AS f ON f.id = l.frame_id
WHERE l.order_id = :order_id
ORDER BY l.position
