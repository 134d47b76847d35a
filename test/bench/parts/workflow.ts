import type { Desk } from '../../../src/app/desk/desk.ts';
import { keepBreaches } from '../../../src/app/sla/keep-breaches.ts';
import { timesLeft } from '../../../src/app/sla/time-left-of.ts';
import { queuePage } from '../../../src/app/ticket/list-queue.ts';
import { selectTickets } from '../../../src/app/ticket/select-tickets.ts';
import type { DeskConfig } from '../../../src/domain/desk-config.ts';
import { runningDeadlines } from '../../../src/domain/sla.ts';
import type { Ticket } from '../../../src/domain/ticket.ts';
import { DeadlineStore } from '../../../src/store/ticket/deadline-store.ts';
import type { Bench, Part } from '../bench.ts';
import { copyOfDesk, openBenchDesk } from '../desk-store.ts';
import type { Row } from '../row.ts';
import { nowMs, sampleOf } from '../statistics.ts';
import { officeHours, shorterTargets } from './workflow-desk.ts';
import { filterLines } from './workflow-filters.ts';

const PAGE = { offset: 0, limit: 50 } as const;

async function run(bench: Bench): Promise<readonly Row[]> {
  const desk = await openBenchDesk(copyOfDesk(bench));
  try {
    return [
      ...queueRows(desk, bench),
      ...filterRows(desk, bench),
      ...oneTicketRows(desk),
      ...recountRows(desk, openAll(desk)),
      ...sweepRows(desk),
    ];
  } finally {
    desk.store.close();
  }
}

function row(what: string, value: number, goal: readonly [must: number, aim: number], detail = '') {
  const [must, aim] = goal;
  return { part: 'workflow', what, value, unit: 'ms', must, aim, detail } satisfies Row;
}

function timed(times: number, work: () => unknown) {
  const taken = Array.from({ length: times }, () => {
    const from = nowMs();
    work();
    return nowMs() - from;
  });
  return sampleOf(taken);
}

function queueRows(desk: Desk, { tickets }: Bench): Row[] {
  const open = { code: 'open', name: { ru: '', en: '' }, filter: { open: true } };
  const { selection } = selectTickets(desk, open, '');
  const page = timed(50, () => queuePage(desk, selection, PAGE));
  const rows = queuePage(desk, selection, PAGE);
  const left = timed(50, () => timesLeft(desk, rows));
  return [
    row(
      `queue by nearest deadline, first page, ${tickets} tickets: p95`,
      page.quantile(0.95),
      [5, 2],
    ),
    row('time left of its 50 rows: p95', left.quantile(0.95), [5, 2]),
  ];
}

/** Every line on its own, so that a slow shape cannot hide among quick ones. */
function filterRows(desk: Desk, { isQuick, tickets }: Bench): Row[] {
  const measured = filterLines.map((line) => {
    const sample = timed(isQuick ? 5 : 20, () => {
      const { selection } = selectTickets(desk, null, line);
      return queuePage(desk, selection, PAGE);
    });
    return { line, p95: sample.quantile(0.95) };
  });
  const slowest = measured.toSorted((a, b) => b.p95 - a.p95).slice(0, 3);
  const detail = slowest.map(({ line, p95 }) => `${line}: ${p95.toFixed(1)}`).join(' · ');
  const what = `first page of ${filterLines.length} filters, ${tickets} tickets: slowest p95`;
  return [row(what, slowest[0]?.p95 ?? Number.NaN, [50, 20], detail)];
}

function oneTicketRows(desk: Desk): Row[] {
  const text = 'SELECT state FROM ticket WHERE is_open = 1 ORDER BY seq DESC LIMIT 2000';
  const states = desk.store.sql.all<{ state: string }>(text);
  const tickets = states.map(({ state }) => JSON.parse(state) as Ticket);
  const perTicket = (config: DeskConfig) => {
    const sample = timed(20, () => {
      for (const ticket of tickets) runningDeadlines(ticket, config);
    });
    return sample.quantile(0.5) / tickets.length;
  };
  const detail = `${tickets.length} open tickets`;
  return [
    row('deadlines of one ticket, around the clock', perTicket(desk.config), [0.2, 0.02], detail),
    row('deadlines of one ticket, office hours', perTicket(officeHours(desk.config)), [0.2, 0.02]),
  ];
}

/** Makes work of every ticket again; returns how many there are. */
function openAll(desk: Desk): number {
  desk.store.sql.run(`UPDATE ticket SET is_open = 1, status = 'open', state = json_set(state,
    '$.status', 'open', '$.resolvedAt', NULL, '$.statusLog', json_array(
      json_object('status', 'new', 'at', created_at),
      json_object('status', 'waiting-customer', 'at', created_at + 3600000),
      json_object('status', 'open', 'at', created_at + 7200000)))`);
  return desk.queues.count(selectTickets(desk, null, 'is:open').selection);
}

function recountRows(desk: Desk, count: number): Row[] {
  const store = new DeadlineStore(desk.store.sql);
  store.refresh(desk.config);
  const recount = (what: string, config: DeskConfig): Row => {
    const from = nowMs();
    const moved = store.refresh(config);
    const perHundredThousand = ((nowMs() - from) / count) * 100_000;
    const detail = `${count} open tickets, moved in ${moved}`;
    return row(
      `100,000 open tickets counted again: ${what}`,
      perHundredThousand,
      [2_000, 1_000],
      detail,
    );
  };
  return [
    recount('nothing moves', desk.config),
    recount('other targets', shorterTargets(desk.config)),
    recount('office hours', officeHours(desk.config)),
  ];
}

function sweepRows(desk: Desk): Row[] {
  new DeadlineStore(desk.store.sql).refresh(desk.config);
  const from = nowMs();
  const kept = keepBreaches(desk, 200);
  const perTicket = (nowMs() - from) / 200;
  const idle = timed(50, () => new DeadlineStore(desk.store.sql).unkept(0, 1));
  return [
    row('missed deadlines of one ticket kept by a sweep', perTicket, [5, 2], `${kept.length} kept`),
    row('a sweep that finds nothing: p95', idle.quantile(0.95), [1, 0.1]),
  ];
}

/** Deadlines of tickets and the lists that follow them. */
export const workflow: Part = { name: 'workflow', run };
