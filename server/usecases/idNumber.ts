import type { Vault } from './ports.ts';

/** By what somebody is found whose citizen card has this number (12 digits), which is kept nowhere itself. */
export const idHashOf = (vault: Pick<Vault, 'digest'>, idNumber: string): Buffer =>
  vault.digest('idNumber', idNumber);
