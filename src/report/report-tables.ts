import type { ReportTicket, ShiftReport } from '../domain/report/shift-report.ts';
import type { CsvCell } from './csv.ts';

/** A list of a report for programs: columns by their keys, moments in UTC. */
export interface ReportTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

const ofTicket = ['ticket', 'priority', 'status', 'kind', 'line', 'subject', 'customer', 'owner'];

function ticketCells(ticket: ReportTicket): readonly CsvCell[] {
  const { number, priority, status, kind, line, subject, customer, owner } = ticket;
  return [number, priority, status, kind, line, subject, customer, owner?.name ?? null];
}

/** Every list of a report as a table; an empty list has a head and no rows. */
export function reportTables(report: ShiftReport): readonly ReportTable[] {
  const all = [tablesNow, tablesOfOpen, tablesOfWork, tablesOfPeople];
  return [...all, tablesOfNumbers, tablesOfTrouble].flatMap((tablesOf) => tablesOf(report));
}

function tablesNow({ red, promises }: ShiftReport): readonly ReportTable[] {
  return [
    {
      name: 'red',
      columns: [...ofTicket, 'why', 'dueAt', 'nextAction', 'ifThen', 'contact', 'newOwner'],
      rows: red.map((row) => [
        ...ticketCells(row),
        row.why.join(' '),
        { at: row.dueAt },
        row.nextAction,
        row.ifThen,
        row.contact,
        row.newOwner?.name ?? null,
      ]),
    },
    {
      name: 'promises',
      columns: [...ofTicket, 'promise', 'text', 'dueAt', 'newOwner'],
      rows: promises.map((row) => [
        ...ticketCells(row),
        row.promise,
        row.text,
        { at: row.dueAt },
        row.newOwner?.name ?? null,
      ]),
    },
  ];
}

function tablesOfOpen({ waiting, rest }: ShiftReport): readonly ReportTable[] {
  return [
    {
      name: 'waiting',
      columns: [...ofTicket, 'on', 'since', 'nudgeAt'],
      rows: waiting.map((row) => [
        ...ticketCells(row),
        row.on,
        { at: row.since },
        { at: row.nudgeAt },
      ]),
    },
    {
      name: 'rest',
      columns: [...ofTicket, 'promisedAt', 'newOwner'],
      rows: rest.map((row) => [
        ...ticketCells(row),
        { at: row.promisedAt },
        row.newOwner?.name ?? null,
      ]),
    },
  ];
}

function tablesOfWork({ items, works, incidents }: ShiftReport): readonly ReportTable[] {
  return [
    {
      name: 'items',
      columns: ['at', 'kind', 'text', 'ticket', 'by', 'until', 'stopWhen', 'ifMoves', 'owner'],
      rows: items.map((row) => [
        { at: row.at },
        row.kind,
        row.text,
        row.number,
        row.by,
        { at: row.until },
        row.stopWhen,
        row.ifMoves,
        row.owner?.name ?? null,
      ]),
    },
    {
      name: 'works',
      columns: ['ticket', 'title', 'from', 'to', 'affected', 'isDone'],
      rows: works.map((row) => [
        ...[row.number, row.title, { at: row.from }, { at: row.to }, row.affected, row.isDone],
      ]),
    },
    {
      name: 'incidents',
      columns: [
        ...[...ofTicket, 'startedAt', 'noticedBy', 'takenAt', 'restoredAt', 'minutes'],
        ...['provider', 'cause', 'nextAction', 'affected'],
      ],
      rows: incidents.map((row) => [
        ...ticketCells(row),
        ...[{ at: row.startedAt }, row.noticedBy, { at: row.takenAt }, { at: row.restoredAt }],
        ...[row.minutes, row.provider, row.cause, row.nextAction, row.affected],
      ]),
    },
  ];
}

function tablesOfPeople({ members, spent }: ShiftReport): readonly ReportTable[] {
  return [
    {
      name: 'people',
      columns: ['person', 'part', 'lines', 'cameAt', 'leftAt', 'calledAt', 'note', 'conversations'],
      rows: members.map((row) => [
        ...[row.person.name, row.part, row.lines.join(' '), { at: row.cameAt }, { at: row.leftAt }],
        ...[{ at: row.calledAt }, row.note, row.conversations],
      ]),
    },
    {
      name: 'spent',
      columns: ['ticket', 'amount', 'currency', 'reason'],
      rows: spent.map((row) => [row.number, row.amount, row.currency, row.reason]),
    },
  ];
}

function tablesOfNumbers({ figures, volume, topics }: ShiftReport): readonly ReportTable[] {
  return [
    {
      name: 'figures',
      columns: ['code', 'of', 'kind', 'numerator', 'denominator', 'percent', 'medianMs', 'p90Ms'],
      rows: figures.map((row) => [
        ...[row.code, row.of, row.kind, row.numerator, row.denominator, row.percent],
        ...[row.duration?.median ?? null, row.duration?.p90 ?? null],
      ]),
    },
    {
      name: 'volume',
      columns: ['by', 'code', 'name', 'count'],
      rows: volume.flatMap(({ by, rows }) => rows.map(({ code, name, n }) => [by, code, name, n])),
    },
    {
      name: 'topics',
      columns: ['topic', 'count', 'weekBefore'],
      rows: topics.map(({ topic, n, before }) => [topic, n, before]),
    },
  ];
}

function tablesOfTrouble(report: ShiftReport): readonly ReportTable[] {
  const { breached, escalations, returned, dragging } = report;
  return [
    {
      name: 'breached',
      columns: [...ofTicket, 'target', 'dueAt'],
      rows: breached.map((row) => [...ticketCells(row), row.target, { at: row.dueAt }]),
    },
    {
      name: 'escalations',
      columns: ['from', 'to', 'count'],
      rows: escalations.map(({ from, to, n }) => [from, to, n]),
    },
    {
      name: 'returned',
      columns: [...ofTicket, 'times'],
      rows: returned.map((row) => [...ticketCells(row), row.times]),
    },
    {
      name: 'dragging',
      columns: [...ofTicket, 'since'],
      rows: dragging.map((row) => [...ticketCells(row), { at: row.since }]),
    },
  ];
}
