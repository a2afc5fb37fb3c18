-- Who visitors are by their citizen cards; pictures of how good; registrations that may be one person's.

-- The whole date (ISO), where it is known; the birth year stays for those who said only that.
ALTER TABLE visitor ADD COLUMN birth_date_sealed BLOB;
-- Keyed digest of the twelve digits: the number itself is kept nowhere. And the last four of them, to be shown.
ALTER TABLE visitor ADD COLUMN id_hash BLOB;
ALTER TABLE visitor ADD COLUMN id_last4_sealed BLOB;
-- What the visitor said, or what the QR code of a card said, which is not signed.
ALTER TABLE visitor ADD COLUMN facts_from TEXT NOT NULL DEFAULT 'said' CHECK (facts_from IN ('said', 'card'));
CREATE UNIQUE INDEX visitor_by_id_hash ON visitor (id_hash) WHERE id_hash IS NOT NULL;

-- How clear the pictures were that a template was made of, 0..1; of those made before this was measured, the middle.
ALTER TABLE template ADD COLUMN quality REAL NOT NULL DEFAULT 0.5 CHECK (quality BETWEEN 0 AND 1);

-- Two registrations that may be one person's. Never numbered anew, since the audit names them.
CREATE TABLE duplicate (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  one_id TEXT NOT NULL REFERENCES visitor (id) ON DELETE CASCADE,
  other_id TEXT NOT NULL REFERENCES visitor (id) ON DELETE CASCADE,
  -- A face as alike as one person's with facts that agree; or the card of the one with the face of the other.
  why TEXT NOT NULL CHECK (why IN ('face', 'card')),
  found_at INTEGER NOT NULL,
  -- Staff said that these are two people: they are not asked again.
  dismissed_at INTEGER,
  dismissed_by TEXT,
  UNIQUE (one_id, other_id),
  CHECK (one_id < other_id),
  CHECK ((dismissed_at IS NULL) = (dismissed_by IS NULL))
) STRICT;
CREATE INDEX duplicate_by_other ON duplicate (other_id);

-- A registration may be made with a card, or by a card alone, and the wording says what is kept of it. A new office is
-- seeded with version 3.
UPDATE consent_text SET current = 0 WHERE version = '2';
INSERT INTO consent_text (version, title_vi, title_en, body_vi, body_en, current)
SELECT '3', 'Đăng ký để lần sau máy nhận ra Ông/Bà (không bắt buộc)', 'Register to be recognised (optional)',
  replace(replace(replace(replace(body_vi,
    'mà không cần đăng ký khuôn mặt.', 'mà không cần đăng ký.'),
    'Chúng tôi chỉ dùng để nhận ra', 'Những gì được lưu chỉ dùng để nhận ra'),
    'Chúng tôi lưu mẫu', 'Nếu đăng ký khuôn mặt, chúng tôi lưu mẫu'),
    'nếu Ông/Bà ghi. Chỉ',
    'nếu Ông/Bà ghi. Nếu dùng thẻ căn cước, chúng tôi lưu ngày sinh, họ tên nếu Ông/Bà ghi, 4 số cuối và một mã để '
      || 'tìm lại thẻ mà không đọc ngược ra số được; không lưu số thẻ, địa chỉ hay ảnh thẻ. Chỉ'),
  replace(replace(replace(replace(body_en,
    'without registering your face.', 'without registering.'),
    'It is used only', 'What is kept is used only'),
    'We keep an encrypted', 'If you register your face, we keep an encrypted'),
    'if you give it. Only',
    'if you give it. If you use your citizen card, we keep your birth date, your name if you give it, the last 4 '
      || 'digits, and a code by which the card is found but its number cannot be read; not the number itself, the '
      || 'address or a picture of the card. Only'),
  1
FROM consent_text WHERE version = '2';
