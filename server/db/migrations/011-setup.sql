-- What a manager takes away keeps its row, since past tickets name it; it is on no list any more.
ALTER TABLE field ADD COLUMN removed_at INTEGER;
ALTER TABLE counter ADD COLUMN removed_at INTEGER;
ALTER TABLE officer ADD COLUMN removed_at INTEGER;
