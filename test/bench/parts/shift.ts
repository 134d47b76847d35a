import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readBoard } from '../../../src/app/board/read-board.ts';
import type { Desk } from '../../../src/app/desk/desk.ts';
import { execute } from '../../../src/app/desk/execute.ts';
import { measure } from '../../../src/app/figure/measure.ts';
import { compileReport } from '../../../src/app/report/compile-report.ts';
import { currentShift } from '../../../src/app/shift/current-shift.ts';
import { selectTickets } from '../../../src/app/ticket/select-tickets.ts';
import { hasData } from '../../../src/domain/figure/definitions.ts';
import { figureCodes } from '../../../src/domain/figure/figure.ts';
import { reportDocument } from '../../../src/report/report-document.ts';
import type { Bench, Part } from '../bench.ts';
import { openBenchDesk } from '../desk-store.ts';
import { cpuOf } from '../process-usage.ts';
import type { Row } from '../row.ts';
import { nowMs, sampleOf } from '../statistics.ts';

/** So many entries are there for each ticket: a million for a hundred thousand. */
const ENTRIES_EACH = 10;
const MONTH_MS = 30 * 86_400_000;

async function run(bench: Bench): Promise<readonly Row[]> {
  const folder = join(bench.scratch, 'shift');
  cpSync(await fullStore(bench), folder, { recursive: true });
  const desk = await openBenchDesk(folder);
  try {
    // The store was made some time ago: its last moment is the present of the bench.
    const last = desk.store.sql.get<{ at: number }>('SELECT max(at) AS at FROM event')?.at ?? 0;
    const then: Desk = Object.assign(Object.create(desk), { clock: { now: () => last + 1 } });
    return [...figureRows(then, bench), ...reportRows(then), ...(await boardRows(then))];
  } finally {
    desk.store.close();
  }
}

/** A copy of the desk in which every ticket has as many entries; made once. */
async function fullStore({ desk: from, cache, say }: Bench): Promise<string> {
  const folder = join(cache, `shift-${basename(from)}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  for (const old of readdirSync(cache)) {
    if (old.startsWith('shift-')) rmSync(join(cache, old), { recursive: true, force: true });
  }
  say(`adding notes until every ticket has ${ENTRIES_EACH} entries, once`);
  const partial = `${folder}.${process.pid}.partial`;
  cpSync(from, partial, { recursive: true });
  const desk = await openBenchDesk(partial);
  const { sql } = desk.store;
  // Between the registration and the last change of each ticket, one behind the other.
  const missing = `SELECT t.id, t.seq, n.value AS n, t.created_at
      + (t.updated_at - t.created_at) * n.value / ${ENTRIES_EACH} AS at
    FROM ticket t, json_each('[1,2,3,4,5,6,7,8,9,10]') n
    WHERE n.value > (SELECT count(*) FROM entry e WHERE e.ticket_seq = t.seq)`;
  sql.transact(() => {
    sql.exec(`CREATE TEMP TABLE note AS ${missing}`);
    sql.exec(`INSERT INTO entry (id, ticket_seq, op_id, at, kind, visibility, author_type,
        author_id, text) SELECT 'note-' || id || n, seq, 'note-' || id || n, at, 'note', 'internal',
        'person', 'anya', 'Проверено ещё раз, ответ сервера прежний.' FROM note;
      INSERT INTO event (id, op_id, entity_id, type, at, by_id, device, fact)
        SELECT 'note-' || id || n || ':0', 'note-' || id || n, id, 'entry-added', at, 'anya', 'bench',
          json_object('type', 'entry-added', 'entry', json_object('id', 'note-' || id || n, 'at', at,
            'kind', 'note', 'visibility', 'internal', 'text', '',
            'author', json_object('type', 'person', 'id', 'anya'))) FROM note;
      DROP TABLE note; ANALYZE;`);
  });
  desk.store.close();
  renameSync(partial, folder);
  return folder;
}

const rounded = (ms: number) => ms.toFixed(0);

function timed(times: number, work: () => unknown) {
  const taken = Array.from({ length: times }, () => {
    const from = nowMs();
    work();
    return nowMs() - from;
  });
  return sampleOf(taken);
}

/** Every figure by itself, so that a slow one cannot hide behind the others. */
function figureRows(desk: Desk, { isQuick, tickets }: Bench): Row[] {
  const to = desk.clock.now() + 1;
  const common = { line: null, customerId: null, space: null };
  const month = { from: to - MONTH_MS, to, ...common };
  const count = (table: string) =>
    desk.store.sql.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
  const [entries, events] = [count('entry'), count('event')];
  const scan = timed(3, () =>
    desk.store.sql.get(`SELECT count(*) FROM event NOT INDEXED WHERE fact <> ''`),
  );
  const each = figureCodes.filter(hasData).map((code) => {
    const before = process.cpuUsage();
    const times = isQuick ? 1 : 3;
    const sample = timed(times, () => measure(desk, month, { codes: [code] }));
    const { user, system } = process.cpuUsage(before);
    return { code, ms: sample.quantile(0.5), cpu: (user + system) / 1000 / times };
  });
  const slowest = each.toSorted((a, b) => b.ms - a.ms);
  const names = slowest.slice(0, 3).map(({ code, ms, cpu }) => {
    return `${code}: ${rounded(ms)} (processor ${rounded(cpu)})`;
  });
  const floor = scan.quantile(0.5);
  const size = `${tickets} tickets, ${entries} entries, ${events} events`;
  const [{ ms: worst } = { ms: Number.NaN }] = slowest;
  const shift = { from: to - MONTH_MS / 60, to, ...common };
  const all = timed(3, () => measure(desk, shift, { compareKind: 'shift' })).quantile(0.5);
  return [
    {
      ...{ part: 'shift', what: 'a figure of a month: the slowest', value: worst, unit: 'ms' },
      ...{ must: 300, aim: 150, floors: worst / floor },
      detail: `${names.join(' · ')} · ${size}`,
    },
    {
      ...{ part: 'shift', what: 'all figures of a shift with eight weeks before', value: all },
      ...{ unit: 'ms', must: 600, aim: 300, floors: all / floor },
      detail: `floor: all events read once, ${rounded(floor)} ms`,
    },
  ];
}

function reportRows(desk: Desk): Row[] {
  const shift = currentShift(desk);
  const value = timed(3, () => compileReport(desk, shift)).quantile(0.5);
  const page = reportDocument(compileReport(desk, shift), 'html', 'ru');
  return [
    { part: 'shift', what: 'report of a shift', value, unit: 'ms', must: 1_000, aim: 200 },
    {
      ...{ part: 'shift', what: 'report of a shift as a page', unit: 'KB', must: 300, aim: 150 },
      value: Buffer.byteLength(page) / 1024,
    },
  ];
}

/** The board after a hundred changes, as each second of a busy desk has them. */
async function boardRows(desk: Desk): Promise<Row[]> {
  const { selection } = selectTickets(desk, null, 'is:open');
  const tickets = desk.queues.page(selection, { offset: 0, limit: 100 });
  let board = readBoard(desk);
  const spent: number[] = [];
  for (let second = 0; second < 10; second += 1) {
    for (const { id } of tickets) {
      execute(desk, id, { type: 'note', text: `Проверено, попытка ${second}.` });
    }
    const { value, cpu } = await cpuOf(() => readBoard(desk, null, board));
    board = value;
    spent.push(cpu);
  }
  const sample = sampleOf(spent);
  const what = 'the board again after 100 changes, processor time: p90';
  const value = sample.quantile(0.9);
  const detail = `median ${rounded(sample.quantile(0.5))} ms, counting the past: ${rounded(board.past.costMs)} ms`;
  return [{ part: 'shift', what, value, unit: 'ms', must: 50, aim: 20, detail }];
}

/** The shift: figures of a month, its report, its board. */
export const shift: Part = { name: 'shift', run };
