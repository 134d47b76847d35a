import type { Person } from '../../domain/person.ts';
import { auditLink, NO_AUDIT } from './audit-chain.ts';
import type { Db } from './db.ts';
import type { AuditRecord, CodeRecord, DeskStore, DeviceRecord } from './desk-store.ts';
import type { AuditFact } from './server-store.ts';

const DEVICE = `SELECT id, person_id AS "personId", name, prefix, hash, created_at AS "createdAt",
  last_used_at AS "lastUsedAt", expires_at AS "expiresAt", revoked_at AS "revokedAt" FROM device`;
const CODE_COLUMNS = `hash, person_id AS "personId", created_at AS "createdAt",
  expires_at AS "expiresAt", tries_left AS "triesLeft", used_at AS "usedAt"`;
const PERSON = `SELECT state FROM entity WHERE type = 'person' AND state IS NOT NULL`;

/** People, devices, codes, spaces and the audit chain over either kind of database. */
export class SqlDeskStore implements DeskStore {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async person(id: string): Promise<Person | null> {
    const row = await this.#db.get<StateRow>(`${PERSON} AND id = ?`, id);
    return row ? personOf(row) : null;
  }

  async persons(): Promise<readonly Person[]> {
    return (await this.#db.all<StateRow>(`${PERSON} ORDER BY id`)).map(personOf);
  }

  async device(prefix: string): Promise<DeviceRecord | null> {
    return (await this.#db.get<DeviceRecord>(`${DEVICE} WHERE prefix = ?`, prefix)) ?? null;
  }

  devices(personId?: string): Promise<readonly DeviceRecord[]> {
    if (personId === undefined) return this.#db.all(`${DEVICE} ORDER BY created_at, id`);
    return this.#db.all(`${DEVICE} WHERE person_id = ? ORDER BY created_at, id`, personId);
  }

  async addDevice(device: DeviceRecord): Promise<void> {
    const { id, personId, name, prefix, hash } = device;
    await this.#db.run(
      `INSERT INTO device (id, person_id, name, prefix, hash, created_at, last_used_at, expires_at,
         revoked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[id, personId, name, prefix, hash, device.createdAt],
      ...[device.lastUsedAt, device.expiresAt, device.revokedAt],
    );
  }

  async touchDevice(id: string, at: number): Promise<void> {
    await this.#db.run('UPDATE device SET last_used_at = ? WHERE id = ?', at, id);
  }

  async revokeDevices(ids: readonly string[], at: number): Promise<void> {
    const text = 'UPDATE device SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL';
    await this.#db.batch(ids.map((id) => ({ text, params: [at, id] })));
  }

  async addCode(code: CodeRecord): Promise<void> {
    await this.#db.run(
      `INSERT INTO code (hash, person_id, created_at, expires_at, tries_left, used_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
      ...[code.hash, code.personId, code.createdAt, code.expiresAt, code.triesLeft, code.usedAt],
    );
  }

  async redeemCode(hash: string, now: number): Promise<CodeRecord | null> {
    const code = await this.#db.get<CodeRecord>(
      `UPDATE code SET used_at = ?
       WHERE hash = ? AND used_at IS NULL AND expires_at > ? AND tries_left > 0
       RETURNING ${CODE_COLUMNS}`,
      ...[now, hash, now],
    );
    return code ?? null;
  }

  async spoilCode(lookup: string, now: number): Promise<void> {
    const start = `${lookup}:`;
    await this.#db.run(
      `UPDATE code SET tries_left = tries_left - 1
       WHERE substr(hash, 1, ?) = ? AND used_at IS NULL AND expires_at > ? AND tries_left > 0`,
      ...[start.length, start, now],
    );
  }

  dropCodes(before: number): Promise<number> {
    return this.#db.run('DELETE FROM code WHERE expires_at < ?', before);
  }

  spaces(): Promise<readonly { readonly code: string; readonly title: string }[]> {
    return this.#db.all('SELECT code, title FROM space ORDER BY code');
  }

  async addSpace(code: string, title: string): Promise<void> {
    await this.#db.run(
      `INSERT INTO space (code, title) VALUES (?, ?)
       ON CONFLICT (code) DO UPDATE SET title = excluded.title`,
      ...[code, title],
    );
  }

  async spacesOf(personId: string): Promise<readonly string[]> {
    const rows = await this.#db.all<{ readonly space: string }>(
      "SELECT space FROM member WHERE person_id = ? AND space <> 'desk' ORDER BY space",
      personId,
    );
    return ['desk', ...rows.map(({ space }) => space)];
  }

  async admit(personId: string, space: string): Promise<void> {
    await this.#db.run(
      'INSERT INTO member (person_id, space) VALUES (?, ?) ON CONFLICT DO NOTHING',
      ...[personId, space],
    );
  }

  async expel(personId: string, space: string): Promise<void> {
    await this.#db.run('DELETE FROM member WHERE person_id = ? AND space = ?', personId, space);
  }

  async audit(facts: readonly AuditFact[]): Promise<void> {
    for (const fact of facts) while (!(await this.#append(fact)));
  }

  async auditSince(n: number, limit: number): Promise<readonly AuditRecord[]> {
    const rows = await this.#db.all<AuditRow>(
      'SELECT n, at, who, device, what, detail, prev, hash FROM audit WHERE n > ? ORDER BY n LIMIT ?',
      ...[n, limit],
    );
    return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as AuditFact['detail'] }));
  }

  /** False when somebody else has hung a link on the same end meanwhile. */
  async #append(fact: AuditFact): Promise<boolean> {
    const last = await this.#db.get<{ n: number; hash: string }>(
      'SELECT n, hash FROM audit ORDER BY n DESC LIMIT 1',
    );
    const { n, at, who, device, what, detail, prev, hash } = auditLink(last ?? NO_AUDIT, fact);
    const added = await this.#db.run(
      `INSERT INTO audit (n, at, who, device, what, detail, prev, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      ...[n, at, who, device, what, JSON.stringify(detail), prev, hash],
    );
    return added === 1;
  }
}

interface StateRow {
  readonly state: string;
}

type AuditRow = Omit<AuditRecord, 'detail'> & { readonly detail: string };

/** What stands in the table was folded by this server. */
function personOf({ state }: StateRow): Person {
  return JSON.parse(state) as Person;
}
