import type { ApiScope } from '../../shared/contract/apiScopes.ts';
import type { ApiKeyStore } from '../usecases/integrationStore.ts';
import type { Db } from './open.ts';

/** Uses closer together are one use. */
const usedMs = 60_000;

type Row = {
  id: number;
  name: string;
  prefix: string;
  key_hash: Buffer;
  scopes: string;
  made_at: number;
  made_by_name: string;
  expires_at: number | null;
  used_at: number | null;
};

/** Keys of other systems; of each only a hash is kept. */
export function apiKeyStore(db: Db): ApiKeyStore {
  const select = `
    SELECT api_key.*, officer.name AS made_by_name
    FROM api_key JOIN officer ON officer.id = api_key.made_by WHERE revoked_at IS NULL`;
  const all = db.prepare<[], Row>(`${select} ORDER BY api_key.id DESC`);
  const byPrefix = db.prepare<[string], Row>(`${select} AND prefix = ?`);
  const add = db.prepare(`
    INSERT INTO api_key (name, prefix, key_hash, scopes, made_at, made_by, expires_at)
    VALUES ($name, $prefix, $keyHash, $scopes, $now, $by, $expiresAt)`);
  const revoke = db.prepare('UPDATE api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL');
  const used = db.prepare(`
    UPDATE api_key SET used_at = $now
    WHERE id = $id AND (used_at IS NULL OR used_at > $now OR used_at <= $now - ${usedMs})`);
  const scopesOf = ({ scopes }: Row): ApiScope[] => JSON.parse(scopes) as ApiScope[];
  return {
    all: () =>
      all.all().map((row) => ({
        id: row.id,
        name: row.name,
        prefix: row.prefix,
        scopes: scopesOf(row),
        madeAt: row.made_at,
        madeBy: row.made_by_name,
        expiresAt: row.expires_at,
        usedAt: row.used_at,
      })),
    byPrefix: (prefix) => {
      const row = byPrefix.get(prefix);
      return row === undefined
        ? null
        : { id: row.id, keyHash: row.key_hash, scopes: scopesOf(row), expiresAt: row.expires_at };
    },
    add: ({ scopes, ...key }, by, now) => void add.run({ ...key, scopes: JSON.stringify(scopes), by, now }),
    revoke: (id, now) => revoke.run(now, id).changes > 0,
    used: (id, now) => void used.run({ id, now }),
  };
}
