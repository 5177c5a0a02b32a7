SELECT
    s.id, s.name, s.photographer, s.created_at, s.rev,
    (SELECT min(f.taken_at) FROM frames AS f WHERE f.session_id = s.id) AS first_taken_at,
    (SELECT max(f.taken_at) FROM frames AS f WHERE f.session_id = s.id) AS last_taken_at,
    (SELECT count(*) FROM frames AS f WHERE f.session_id = s.id) AS frames,
    (SELECT count(*) FROM frames AS f WHERE f.session_id = s.id AND f.is_rejected = 1) AS rejected,
    (
        SELECT f.id FROM frames AS f
        WHERE f.session_id = s.id AND f.has_preview = 1
        ORDER BY f.session_id, f.taken_at, f.folder, f.name, f.id
        LIMIT 1
    ) AS cover_frame_id,
    (
        SELECT i.id FROM imports AS i
        WHERE
            i.session_id = s.id AND i.outcome IN ('cancelled', 'interrupted', 'failed')
            AND i.is_given_up = 0
        ORDER BY i.id DESC
        LIMIT 1
    ) AS resumable_import_id
FROM sessions AS s
