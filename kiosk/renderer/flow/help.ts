import type { Help } from './types.ts';

/** The kiosk as it is for everybody. */
export const noHelp: Help = { open: false, low: false, large: false, contrast: false, sound: false };

/** Whether somebody has looked for help, or has it. */
export const isHelped = ({ open, low, large, contrast, sound }: Help): boolean =>
  open || low || large || contrast || sound;
