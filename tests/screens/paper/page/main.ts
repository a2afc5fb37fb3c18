import '../../../../shared/ui/fonts.ts';
import type { PaperPicture } from '../../../../shared/ui/paper/draw.ts';
import { drawPaper } from '../../../../shared/ui/paper/draw.ts';
import type { PaperFacts } from '../../../../shared/ui/paper/paper.ts';
import { paperOf } from '../../../../shared/ui/paper/paper.ts';

/** Draws a ticket from its facts; for the test that opened this page. */
const draw = async (
  facts: PaperFacts,
  language: 'vi' | 'en',
): Promise<Omit<PaperPicture, 'bits'> & { bits: number[] }> => {
  const { width, height, bits } = await drawPaper(paperOf(facts, language));
  return { width, height, bits: [...bits] };
};
export type Draw = typeof draw;
Object.assign(window, { draw });
