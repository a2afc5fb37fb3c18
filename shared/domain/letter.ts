/** Letters that an office writes about a dossier. */
export const letterKinds = ['apology', 'birth', 'marriage', 'condolence', 'thanks'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** What the words in braces of a letter stand for. */
export const placeholders = [
  'nguoi_nhan',
  'ma_ho_so',
  'thu_tuc',
  'ngay_nhan',
  'hen_tra',
  'hen_tra_cu',
  'ly_do',
  'co_quan',
] as const;
export type Placeholder = (typeof placeholders)[number];

const inBraces = /\{([^{}]*)\}/gu;

/** The words in braces that stand for nothing, each once, in their order. */
export const unknownPlaceholders = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(inBraces)]
      .map(([, name = '']) => name)
      .filter((name) => !(placeholders as readonly string[]).includes(name)),
  ),
];

/** Whether a text has a brace without its other one. */
export const hasLooseBrace = (text: string): boolean => /[{}]/u.test(text.replace(inBraces, ''));
