-- What staff say of a frame beside its rating: a colour, that it was taken again, how it is turned, where the head is.

ALTER TABLE frames ADD COLUMN color TEXT CHECK (color IN ('red', 'yellow', 'green', 'blue'));
ALTER TABLE frames ADD COLUMN is_retake INTEGER NOT NULL DEFAULT 0 CHECK (is_retake IN (0, 1));
-- quarter turns clockwise after the camera's orientation
ALTER TABLE frames ADD COLUMN turn INTEGER NOT NULL DEFAULT 0 CHECK (turn BETWEEN 0 AND 3);
-- in ten-thousandths of the picture as it is shown; all three or none
ALTER TABLE frames ADD COLUMN head_x INTEGER CHECK (head_x BETWEEN 0 AND 10000);
ALTER TABLE frames ADD COLUMN head_top INTEGER CHECK (head_top BETWEEN 0 AND 10000);
ALTER TABLE frames ADD COLUMN head_chin INTEGER CHECK (
    (head_chin IS NULL AND head_x IS NULL AND head_top IS NULL)
    OR (head_x IS NOT NULL AND head_top IS NOT NULL AND head_chin > head_top AND head_chin <= 10000)
);
