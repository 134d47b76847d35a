import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { checkStore } from '../../src/app/upkeep/check-store.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';

/** What the killed process had said; every line is about something that was committed. */
interface Said {
  readonly op?: string;
  readonly ticket?: string;
  readonly rev?: number;
  readonly letter?: string;
  readonly draft?: string;
  readonly text?: string;
  readonly undoing?: string;
}

const kills = Number(process.env['SMENA_KILLS'] ?? 12);
const script = join(import.meta.dirname, 'scripted-work.ts');

/** Lets the script work for some time after it has begun, kills it, and returns what it had said. */
async function workUntilKilled(folder: string, seed: number): Promise<Said[]> {
  const child = spawn(process.execPath, [script, folder, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: Said[] = [];
  const lines = createInterface({ input: child.stdout });
  let timer: NodeJS.Timeout | undefined;
  lines.on('line', (line) => {
    // Spread over everything from the first commit to some dozens of them.
    timer ??= setTimeout(() => child.kill('SIGKILL'), Math.random() * 120);
    said.push(JSON.parse(line) as Said);
  });
  await Promise.all([once(child, 'exit'), once(lines, 'close')]);
  clearTimeout(timer);
  return said;
}

function expectKept(anya: TestDesk, said: readonly Said[]): void {
  const { desk } = anya;
  const undone = new Set(said.map((line) => line.undoing));
  const revisions = new Map<string, number>();
  for (const line of said) {
    if (line.op === undefined || undone.has(line.op)) continue;
    const events = desk.store.sql.all('SELECT 1 FROM event WHERE op_id = ?', line.op);
    expect(events.length, `events of ${line.op}`).toBeGreaterThan(0);
    expect(desk.store.sql.all('SELECT 1 FROM outbox WHERE op_id = ?', line.op)).toHaveLength(1);
    if (line.letter) expect(desk.deliveries.byEntry(line.letter)).not.toBeNull();
    if (line.ticket && line.rev) revisions.set(line.ticket, line.rev);
  }
  for (const [ticket, rev] of revisions)
    expect(anya.ticket(ticket).rev).toBeGreaterThanOrEqual(rev);
  for (const { draft, undoing, ticket, text = '' } of said) {
    if (draft !== undefined) expect(desk.drafts.find('reply', draft)?.text).toContain(text);
    if (undoing === undefined || ticket === undefined) continue;
    const isThere = desk.tickets.entries(ticket).some((entry) => entry.id === `${undoing}:0`);
    expect(isThere).toBe(desk.deliveries.byOp(undoing) !== null);
    if (!isThere) expect(desk.drafts.find('reply', ticket)?.text).toContain(text);
  }
}

it(
  `loses nothing that was acknowledged in ${kills} kills`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'smena-crash-'));
    let acknowledged = 0;
    try {
      for (let n = 0; n < kills; n++) {
        const said = await workUntilKilled(folder, n + 1);
        acknowledged += said.length;
        const anya = await openTestDesk({ folder, ids: `f${n}` });
        expectKept(anya, said);
        const { checks } = checkStore(anya.desk, { deep: true });
        const store = ['integrity', 'durability', 'histories', 'counts', 'search-index', 'orphans'];
        expect(checks.filter((c) => !c.ok && store.includes(c.code))).toEqual([]);
        anya.close();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    expect(acknowledged).toBeGreaterThan(kills);
  },
  Math.max(60_000, kills * 3_000),
);
