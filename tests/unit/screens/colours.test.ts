import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, deepen, lighten } from '../../../shared/ui/colour.ts';
import { fields } from '../../screens/displays/views.ts';

const css = readFileSync(`${import.meta.dirname}/../../../shared/ui/tokens.css`, 'utf8');

/** The colours of a rule of the token set, by their names. */
function tokensOf(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`);
  const rule = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...rule.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/gu)].map(([, name = '', hex = '']) => [name, hex]),
  );
}
const light = tokensOf(':root');
const dark = new Map([...light, ...tokensOf(":root[data-scheme='auto']")]);

/** Text and what it stands on. */
const pairs = [
  ['ink', 'ground'],
  ['ink', 'surface'],
  ['ink', 'sunken'],
  ['ink', 'accent-soft'],
  ['ink', 'warn-soft'],
  ['ink', 'bad-soft'],
  ['ink-soft', 'ground'],
  ['ink-soft', 'surface'],
  ['ink-soft', 'sunken'],
  ['accent', 'surface'],
  ['accent-ink', 'accent'],
  ['good-ink', 'good'],
  ['good', 'surface'],
  ['warn', 'surface'],
  ['bad', 'bad-soft'],
] as const;

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);

describe('the token set', () => {
  it.each(
    (['light', 'dark'] as const).flatMap((set) =>
      pairs.map(([text, ground]) => [set, text, ground] as const),
    ),
  )('AX1 %s: %s can be read on %s', (set, text, ground) => {
    const tokens = set === 'light' ? light : dark;
    const [a = '', b = ''] = [tokens.get(text), tokens.get(ground)];
    expect(contrast(a, b)).toBeGreaterThanOrEqual(7);
  });

  it('AX1 the dark set is a set of its own', () => {
    expect(dark.get('ground')).not.toBe(light.get('ground'));
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it.each(fields.map(({ name, colour }) => [name.vi, colour] as const))(
    'AX2 the colour of %s passes on both sets, as ground and as text',
    (_name, colour) => {
      expect(contrast(deepen(colour), '#ffffff')).toBeGreaterThanOrEqual(7);
      expect(contrast(deepen(colour), light.get('surface') ?? '')).toBeGreaterThanOrEqual(7);
      expect(contrast(lighten(colour), dark.get('surface') ?? '')).toBeGreaterThanOrEqual(7);
    },
  );

  it('AX2 so does any colour an office may choose', () => {
    fc.assert(
      fc.property(hex, (colour) => {
        expect(contrast(deepen(colour), '#ffffff')).toBeGreaterThanOrEqual(7);
        expect(contrast(lighten(colour), dark.get('surface') ?? '')).toBeGreaterThanOrEqual(7);
      }),
    );
  });
});
