-- Who visitors are by their citizen cards; pictures of how good; registrations that may be one person's.

-- The whole date (ISO), where it is known; the birth year stays for those who said only that.
ALTER TABLE visitor ADD COLUMN birth_date_sealed BLOB;
-- Keyed digest of the twelve digits: the number itself is kept nowhere. And the last four of them, to be shown.
ALTER TABLE visitor ADD COLUMN id_hash BLOB;
ALTER TABLE visitor ADD COLUMN id_last4_sealed BLOB;
-- What the visitor said, or what the QR code of a card said, which is not signed.
ALTER TABLE visitor ADD COLUMN facts_from TEXT NOT NULL DEFAULT 'said' CHECK (facts_from IN ('said', 'card'));
CREATE UNIQUE INDEX visitor_by_id_hash ON visitor (id_hash) WHERE id_hash IS NOT NULL;
