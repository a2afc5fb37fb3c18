import type { Target } from '../../../kiosk/renderer/pointer/targets.ts';

/** Targets in rows of equal size, px, as the kiosk's screens have them. */
function grid(columns: number, rows: number, width: number, height: number): Target[] {
  const gap = 18;
  const size = { width: (width - gap) / columns - gap, height: (height - gap) / rows - gap };
  return Array.from({ length: columns * rows }, (_, place) => ({
    id: `field ${String(place + 1)}`,
    x: gap + (place % columns) * (size.width + gap),
    y: 300 + Math.floor(place / columns) * (size.height + gap),
    ...size,
  }));
}
const notMe = (width: number): Target => ({ id: 'not me', x: width - 340, y: 190, width: 300, height: 74 });
const wide = (width: number): Target[] => [
  { id: 'as last time', x: 40, y: 620, width: width - 80, height: 320 },
  { id: 'other fields', x: 40, y: 990, width: width / 2 - 52, height: 128 },
  { id: 'not me', x: width / 2 + 12, y: 990, width: width / 2 - 52, height: 128 },
];

const years = (width: number, height: number): Target[] => [
  ...grid(2, 2, width, height).map((target) => ({ ...target, id: `year ${target.id}` })),
  { id: 'skip', x: 40, y: 330 + height, width: width - 80, height: 128 },
];

/** As an office has it that has changed nothing. */
export const dwellMs = 1_200;

/** The screens on which something is chosen with the head. */
export const screens: Readonly<Record<string, readonly Target[]>> = {
  '8 fields, portrait': grid(2, 4, 1080, 1350),
  '10 fields, portrait': grid(2, 5, 1080, 1350),
  '10 fields and “not me”, portrait': [notMe(1080), ...grid(2, 5, 1080, 1350)],
  '10 fields, landscape': grid(5, 2, 1920, 600),
  '10 fields and “not me”, landscape': [notMe(1920), ...grid(5, 2, 1920, 600)],
  'greeting, portrait': wide(1080),
  'the four years, portrait': years(1080, 1000),
  'the four years, landscape': years(1920, 520),
};
