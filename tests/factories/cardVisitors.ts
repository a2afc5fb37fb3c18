import type { Client } from './clients.ts';
import { nhung } from './cards.ts';
import { shotsOf } from './staffedOffice.ts';

type Card = { readonly idNumber: string; readonly birthDate: string };
type Kiosk = Client<'kiosk'>;

export const consentOf = (kiosk: Kiosk) =>
  ({ version: kiosk.view().consent.version, language: 'vi' }) as const;

/** Registers by a card alone. */
export const registerCard = (
  kiosk: Kiosk,
  card: Card = nhung,
  name: string | null = 'Nguyễn Thị Hồng Nhung',
) =>
  kiosk.do('visitor:register', {
    name,
    card: { ...card, saysName: name !== null },
    consent: consentOf(kiosk),
  });

/** Registers a face together with a card. */
export const enrolWithCard = (
  kiosk: Kiosk,
  person: number,
  card: Card = nhung,
  name: string | null = null,
  fromShot = 0,
) =>
  kiosk.do('visitor:enrol', {
    ...shotsOf(person, fromShot),
    name,
    birthYear: Number(card.birthDate.slice(0, 4)),
    card: { ...card, saysName: name !== null },
    consent: consentOf(kiosk),
  });

export const showCard = (kiosk: Kiosk, card: Card = nhung, questionRef: string | null = null) =>
  kiosk.do('visitor:showCard', { card, questionRef });
