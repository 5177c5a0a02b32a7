-- What an import saw of a file: a plan says it before anything is printed.

-- codes separated by blanks
ALTER TABLE photo_files ADD COLUMN remarks TEXT NOT NULL DEFAULT '';

UPDATE photo_files SET remarks = 'preview_only'
WHERE kind = 'other' AND (lower(source_name) LIKE '%.heic' OR lower(source_name) LIKE '%.heif');
