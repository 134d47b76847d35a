import { spawn } from 'node:child_process';
import { closeSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Part } from '../bench.ts';
import { openBenchDesk } from '../desk-store.ts';
import { rssMiB } from '../process-usage.ts';
import type { Row } from '../row.ts';
import { nowMs } from '../statistics.ts';

interface CsvRow {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly status: string;
  readonly priority: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly tags: string;
  readonly customer: string | null;
  readonly contact: string | null;
  readonly email: string | null;
  readonly text: string | null;
}

const HEADER =
  'external_id,number,subject,text,status,priority,customer,contact,email,created_at,updated_at,tags';

/** The tickets of the bench's store with their first letter, as another system would export them. */
async function writeCsv(bench: Bench, path: string): Promise<void> {
  const desk = await openBenchDesk(bench.desk);
  const file = openSync(path, 'w');
  writeSync(file, `${HEADER}\n`);
  const size = 5_000;
  for (let from = 0; ; from += size) {
    const rows = desk.store.sql.all<CsvRow>(
      `SELECT t.id, t.number, t.subject, t.status, t.priority, t.created_at AS createdAt,
         t.updated_at AS updatedAt, t.tags, c.name AS customer, k.name AS contact, k.email,
         (SELECT e.text FROM entry e WHERE e.ticket_seq = t.seq ORDER BY e.at, e.seq LIMIT 1) AS text
       FROM ticket t LEFT JOIN customer c ON c.id = t.customer_id
         LEFT JOIN contact k ON k.id = t.contact_id
       ORDER BY t.seq LIMIT ? OFFSET ?`,
      size,
      from,
    );
    if (rows.length === 0) break;
    writeSync(file, rows.map(lineOf).join(''));
  }
  closeSync(file);
  desk.store.close();
}

function lineOf(row: CsvRow): string {
  const at = (ms: number) => new Date(ms).toISOString();
  const tags = (JSON.parse(row.tags) as string[]).join(' ');
  const cells = [
    ...[row.id, row.number, row.subject, row.text, row.status, row.priority, row.customer],
    ...[row.contact, row.email, at(row.createdAt), at(row.updatedAt), tags],
  ];
  return `${cells.map((cell) => `"${(cell ?? '').replaceAll('"', '""')}"`).join(',')}\n`;
}

async function run(bench: Bench): Promise<readonly Row[]> {
  const csv = join(bench.scratch, 'tickets.csv');
  await writeCsv(bench, csv);
  const folder = join(bench.scratch, 'imported');
  const from = nowMs();
  const args = [bench.smena, 'import', 'csv', csv, '--json', '--data-dir', folder];
  const child = spawn(bench.node, args, { env: bench.env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let bytes = 0;
  let peak = 0;
  child.stdout.on('data', (data: Buffer) => {
    bytes += data.length;
    if (said.length < 500) said += data;
  });
  child.stderr.on('data', (data: Buffer) => {
    said += data;
  });
  const timer = setInterval(() => {
    peak = Math.max(peak, rssMiB(child.pid ?? 0, 'peak') ?? 0);
  }, 100);
  const code = await new Promise<number>((done) => child.on('exit', (exit) => done(exit ?? 1)));
  clearInterval(timer);
  const seconds = (nowMs() - from) / 1000;
  if (code !== 0) throw new Error(`the import ended with ${code}: ${said.slice(0, 500)}`);
  const megabytes = (path: string) => (statSync(path).size / 1e6).toFixed(0);
  const store = megabytes(join(folder, 'smena.db'));
  const detail = `${megabytes(csv)} MB of CSV to a store of ${store} MB; ${(bytes / 1e6).toFixed(0)} MB of report`;
  rmSync(folder, { recursive: true, force: true });
  const what = `import of ${bench.tickets} tickets (CSV)`;
  // The goals are set for 100,000 tickets.
  const scale = bench.tickets / 100_000;
  const time = { must: 60 * scale, aim: 20 * scale, detail };
  const memory: Row = {
    part: 'import',
    what: `${what}: most memory`,
    value: peak,
    unit: 'MiB',
    must: 286,
  };
  return [
    { part: 'import', what, value: seconds, unit: 's', ...time },
    ...(peak > 0 ? [memory] : []),
  ];
}

/** Reading the tickets of another system. */
export const importCsv: Part = { name: 'import', run };
