/** What a portrait is seen on: the person in the room, or a picture of them on paper or on a screen. */
import type { Point } from '../../kiosk/vision/picture.ts';

export type Colour = readonly [number, number, number];

/** `share`, 0..1, of this colour is seen at a place; the rest is the room. */
export type Seen = { readonly colour: Colour; readonly share: number };

export type Medium = {
  /** Nothing of it is further than this from the middle between the eyes, eye distances. */
  readonly reach: number;
  /** What is seen at a place (eye distances) where the portrait has this colour. */
  readonly seen: (at: Point, portrait: Colour) => Seen;
};

/** How far the cut-out reaches from the middle between the eyes, in eye distances; outside it fades into the room. */
const CUT_OUT = { x: 1.9, up: 2.1, down: 2.7, soft: 0.25 };

export const cutOut: Medium = {
  reach: 3,
  seen({ x, y }, colour) {
    const away = Math.sqrt((x / CUT_OUT.x) ** 2 + (y / (y < 0 ? CUT_OUT.up : CUT_OUT.down)) ** 2);
    return { colour, share: Math.min(1, Math.max(0, (1 - away) / CUT_OUT.soft)) };
  },
};

/** The person with what was behind them when the photograph was taken, all over the frame. */
export const wholePhotograph: Medium = {
  reach: Infinity,
  seen: (_, colour) => ({ colour, share: 1 }),
};

/** Edges of a picture held to the camera, and how wide the rim around it is. */
const SHEET = { x: 1.75, up: 1.9, down: 2.4, rim: 0.12 };

/** How far outside the sheet a place is; below 0 inside. */
const outside = ({ x, y }: Point): number => Math.max(Math.abs(x) - SHEET.x, -y - SHEET.up, y - SHEET.down);

/** A matt print with a white rim. */
export const print: Medium = {
  reach: 3.5,
  seen(at, [r, g, b]) {
    const beyond = outside(at);
    if (beyond > SHEET.rim) return { colour: [0, 0, 0], share: 0 };
    if (beyond > 0) return { colour: [228, 226, 220], share: 1 };
    return { colour: [30 + r * 0.8, 30 + g * 0.79, 28 + b * 0.77], share: 1 };
  },
};

/** A screen: how many of its dots are in an eye distance, how much they show, and whether its edges are in the frame. */
export type Screen = { readonly dots: number; readonly show: number; readonly edges: boolean };

/** A tablet in a dark case: bluish, contrasty, brightest in the middle, with dots and a lamp mirrored in it. */
export const screenOf = ({ dots, show, edges }: Screen): Medium => ({
  reach: edges ? 3.5 : Infinity,
  seen(at, portrait) {
    const beyond = edges ? outside(at) : -1;
    if (beyond > SHEET.rim * 2) return { colour: [0, 0, 0], share: 0 };
    if (beyond > 0) return { colour: [16, 16, 18], share: 1 };
    const turns = 2 * Math.PI * dots;
    const pattern = 1 + show * Math.sin(turns * at.x) * Math.cos(turns * at.y);
    const lamp = 70 * Math.exp(-(((at.x + 1.1) / 0.5) ** 2 + ((at.y + 1.3) / 0.3) ** 2));
    const shine = 1.08 - 0.06 * Math.hypot(at.x, at.y - 0.3);
    const tint = [0.96, 1, 1.1];
    const [r, g, b] = portrait.map(
      (value, index) => 255 * (value / 255) ** 1.15 * shine * pattern * (tint[index] ?? 1) + lamp,
    );
    return { colour: [r ?? 0, g ?? 0, b ?? 0], share: 1 };
  },
});

export const screen = screenOf({ dots: 46, show: 0.09, edges: true });
