SELECT
    s.id, s.name, s.photographer, s.job_id, s.created_at, s.rev,
    (
        SELECT c.name || ': ' || j.name FROM jobs AS j JOIN schools AS c ON c.id = j.school_id
        WHERE j.id = s.job_id
    ) AS job,
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
