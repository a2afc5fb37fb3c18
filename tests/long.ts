/**
 * Whether there is time for what takes long and repeats, under other conditions, what is tried anyway:
 * `npm test -- --long`. Without it all checks together stay within ten minutes on a small machine.
 */
export const long = process.env['LUOT_LONG'] !== undefined;
