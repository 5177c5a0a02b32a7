-- How quickly a job is photographed, where it is not as usual.

ALTER TABLE jobs ADD COLUMN most_frames INTEGER NOT NULL DEFAULT 15 CHECK (most_frames BETWEEN 2 AND 200);
ALTER TABLE jobs ADD COLUMN longest_pause_s INTEGER NOT NULL DEFAULT 20 CHECK (longest_pause_s BETWEEN 5 AND 900);
