import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeChosen } from '../../../../models/chosen.ts';
import { sqliteStore } from '../../../../server/db/store.ts';
import { officeFiles } from '../../../../server/officeFiles.ts';
import { openOffice } from '../../../../server/openOffice.ts';
import { prepareOffice } from '../../../../server/seed/prepare.ts';
import { nobodyYet } from '../../../../server/usecases/records.ts';
import { embeddingOf } from '../../../factories/visitors.ts';
import { idOf } from './searchers.ts';

/** The set whose embeddings are made up; its networks are not needed for that. */
export const set = { id: 'recommended', dimension: 128 } as const;

/** An office in a folder of its own that knows many faces. */
export type BigOffice = {
  /** What a server looks for its pages and models in. */
  readonly home: string;
  readonly data: string;
  readonly mebibytes: number;
  readonly remove: () => void;
};

/** Makes one. Each person has one template, sealed as the product does it. */
export async function makeBigOffice(people: number): Promise<BigOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'luot-identify-'));
  const [home, data] = [join(folder, 'home'), join(folder, 'data')];
  mkdirSync(join(home, 'models/prepared', set.id), { recursive: true });
  writeFileSync(join(home, 'models/prepared', set.id, 'set.json'), '{}');
  symlinkSync(join(import.meta.dirname, '../../../../dist'), join(home, 'dist'));
  await writeChosen(data, set.id);
  const office = await openOffice({ data, ask: () => Promise.resolve(null), now: Date.now });
  await prepareOffice(office);
  const store = sqliteStore(office.db, office.vault);
  store.transaction(() => {
    for (let person = 0; person < people; person++) {
      const visitorId = idOf(person);
      const vector = embeddingOf(person, 0, set.dimension);
      store.visitors.add({ ...nobodyYet, id: visitorId, registeredAt: Date.now() });
      store.visitors.addTemplate({ visitorId, vector, quality: 1 }, set.id, Date.now());
    }
  });
  office.db.close();
  return {
    home,
    data,
    mebibytes: statSync(officeFiles(data).db).size / 2 ** 20,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
