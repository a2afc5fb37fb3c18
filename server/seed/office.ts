import { randomInt } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { fill } from '../../shared/i18n/language.ts';
import type { Db } from '../db/open.ts';
import type { Catalogue } from './catalogue.ts';
import { readCatalogue } from './catalogue.ts';

const presetKey = 'ward-6';
const coolDownMs = 5 * 60_000;
/** One visitor may see to two matters at once, but not keep numbers for others. */
const openPerVisitor = 2;

const people = [
  { login: 'quanly', name: 'Nguyễn Thị Quản Lý', role: 'manager' },
  { login: 'canbo1', name: 'Trần Văn An', role: 'officer' },
  { login: 'canbo2', name: 'Lê Thị Bình', role: 'officer' },
  { login: 'canbo3', name: 'Phạm Minh Châu', role: 'officer' },
] as const;

// Without the letters and digits that are mistaken for one another when read aloud or off paper.
const passwordSigns = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Twelve signs in three groups, about 59 bits. */
function readablePassword(): string {
  const group = (): string =>
    Array.from({ length: 4 }, () => passwordSigns[randomInt(passwordSigns.length)]).join('');
  return [group(), group(), group()].join('-');
}

function insertCatalogue(db: Db, catalogue: Catalogue, keyDigest: Buffer): void {
  const { settings, priorityPolicy } = catalogue;
  db.prepare(
    'INSERT INTO office (id, name_vi, name_en, time_zone, max_calls, cool_down_ms, one_of_every, open_per_visitor, key_digest) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    settings.office.nameVi,
    settings.office.nameEn,
    settings.office.timezone,
    settings.call.maxCalls,
    coolDownMs,
    priorityPolicy.oneOfEvery,
    openPerVisitor,
    keyDigest,
  );
  const field = db.prepare(`
    INSERT INTO field (code, prefix, name_vi, name_en, description_vi, description_en, icon, colour, service_ms, position)
    VALUES ($code, $prefix, $nameVi, $nameEn, $descriptionVi, $descriptionEn, $icon, $colour, $serviceMs, $position)`);
  const procedure = db.prepare(`
    INSERT INTO procedure (key, field_id, name_vi, name_en, position, papers, demand)
    VALUES ($key, $fieldId, $nameVi, $nameEn, $position, $papers, $demand)`);
  for (const [position, item] of catalogue.fields.entries()) {
    const { lastInsertRowid: fieldId } = field.run({
      ...item,
      serviceMs: item.avgServiceMinutes * 60_000,
      position,
    });
    for (const [place, { key, nameVi, nameEn, papersVi, demandWeight }] of item.procedures.entries()) {
      const papers = JSON.stringify(papersVi);
      procedure.run({ key, fieldId, nameVi, nameEn, position: place, papers, demand: demandWeight });
    }
  }
  const priorityClass = db.prepare(
    'INSERT INTO priority_class (code, name_vi, name_en, position) VALUES (?, ?, ?, ?)',
  );
  for (const [position, { code, nameVi, nameEn }] of catalogue.priorityCategories.entries())
    priorityClass.run(code, nameVi, nameEn, position);

  const counter = db.prepare('INSERT INTO counter (number, name_vi, name_en) VALUES (?, ?, ?)');
  const serves = db.prepare('INSERT INTO counter_field SELECT ?, id FROM field WHERE code = ?');
  const preset = catalogue.counterPresets.find(({ key }) => key === presetKey);
  if (preset === undefined) throw new Error(`the catalogue has no preset ${presetKey}`);
  for (const { no, fields } of preset.counters) {
    const { lastInsertRowid } = counter.run(no, `Quầy ${no}`, `Counter ${no}`);
    for (const code of fields) serves.run(lastInsertRowid, code);
  }
}

function insertConsent(db: Db, { settings, texts }: Catalogue): void {
  const { nameVi, nameEn } = settings.office;
  const vi = texts.consentBodyVi.map((line) => fill(line, { officeName: nameVi, contactCounter: 'số 1' }));
  const en = texts.consentBodyEn.map((line) => fill(line, { officeName: nameEn, contactCounter: '1' }));
  db.prepare(
    'INSERT INTO consent_text (version, title_vi, title_en, body_vi, body_en, current) VALUES (?, ?, ?, ?, ?, 1)',
  ).run(
    '3',
    texts.consentTitleVi,
    'Register to be recognised (optional)',
    JSON.stringify(vi),
    JSON.stringify(en),
  );
}

/**
 * Fills an empty database with the sample office: ten fields, six counters, a manager and three officers.
 * @param keyDigest by which the database knows the key that it is sealed with.
 * @returns the manager's password, which is kept nowhere in readable form; the officers get theirs from the manager.
 */
export async function seedOffice(
  db: Db,
  keyDigest: Buffer,
): Promise<{ readonly login: string; readonly password: string }> {
  const catalogue = readCatalogue();
  const password = readablePassword();
  const passwordHash = await hash(password);
  db.transaction(() => {
    insertCatalogue(db, catalogue, keyDigest);
    insertConsent(db, catalogue);
    const person = db.prepare('INSERT INTO officer (login, name, role, password_hash) VALUES (?, ?, ?, ?)');
    for (const { login, name, role } of people)
      person.run(login, name, role, role === 'manager' ? passwordHash : null);
  }).immediate();
  return { login: people[0].login, password };
}
