/** Letters without their marks and case, as people type in a hurry, and single spaces: `Đặng  Thị → dang thi`. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/gu, 'd')
    .toLowerCase()
    .trim()
    .replace(/\s+/gu, ' ');

/** A person's name as it is compared with another: in one form of letters, without case and needless spaces. */
export const sameName = (name: string): string =>
  name.normalize('NFC').toLocaleLowerCase('vi').trim().replace(/\s+/gu, ' ');
