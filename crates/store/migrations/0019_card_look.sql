-- An import looks through its source once more at its end: only then may it say that a card can be formatted.

ALTER TABLE imports ADD COLUMN looked_through TEXT CHECK (looked_through IN ('card', 'folder'));
