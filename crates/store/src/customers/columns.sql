SELECT
    c.id, c.last_name, c.first_name, c.email, c.phone, c.street, c.postal_code, c.town, c.country, c.language,
    c.note, c.protected_at, c.protected_by, c.protection_review_on, c.created_at, c.updated_at, c.rev,
    coalesce((
        SELECT p.is_given FROM consents AS p
        WHERE p.customer_id = c.id AND p.purpose = 'marketing'
        ORDER BY p.id DESC
        LIMIT 1
    ), 0) AS is_marketing_permitted
FROM customers AS c
