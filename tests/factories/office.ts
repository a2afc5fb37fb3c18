import type { Counter, Field, Office, Officer } from '../../server/usecases/records.ts';
import { counterId, fieldId, minutes, officerId } from './ids.ts';
import { missPolicy } from './tickets.ts';

export const office = (more: Partial<Office> = {}): Office => ({
  name: { vi: 'Điểm Phục vụ hành chính công (mẫu)', en: 'Public administrative service point (sample)' },
  timeZone: 'Asia/Ho_Chi_Minh',
  missPolicy,
  oneOfEvery: 3,
  ...more,
});

/** Field 1 has the prefix A, field 2 B, and so on. */
export const field = (id: number, more: Partial<Field> = {}): Field => ({
  id: fieldId(id),
  prefix: String.fromCodePoint(64 + id),
  name: { vi: `Lĩnh vực ${id}`, en: `Field ${id}` },
  description: { vi: `Thủ tục của lĩnh vực ${id}`, en: `Procedures of field ${id}` },
  icon: 'stamp',
  colour: '#B45309',
  serviceMs: minutes(8),
  ...more,
});

export const counter = (id: number, fields: readonly number[]): Counter => ({
  id: counterId(id),
  number: id,
  name: { vi: `Quầy ${id}`, en: `Counter ${id}` },
  fieldIds: fields.map(fieldId),
});

export const officer = (id: number, more: Partial<Officer> = {}): Officer => ({
  id: officerId(id),
  login: `canbo${id}`,
  name: `Trần Thị Cán Bộ ${id}`,
  role: 'officer',
  passwordHash: null,
  ...more,
});
