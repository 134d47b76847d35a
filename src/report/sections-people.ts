import type {
  ReportItem,
  ReportMember,
  RestItem,
  ShiftReport,
} from '../domain/report/shift-report.ts';
import { partMaker } from './cut-lists.ts';
import { lookUp, type ReportWords } from './report-words.ts';
import { lineEntries, ownerChange, table } from './sections-now.ts';
import type { ReportBlock, ReportPart } from './view.ts';

/** What people did and said: how it went, who was there, money, knowledge, the log, who signed. */
export function sectionsPeople(report: ShiftReport, words: ReportWords): readonly ReportPart[] {
  const { t } = words;
  const part = partMaker(report, words);
  const { members, items, rest, spent } = report;
  const log = items.filter(({ kind }) => kind !== 'watch');
  const { number, subject, priority, status, promised, owner } = t.columns;
  return [
    part('how', prose(report.how)),
    part('attention', prose(report.attention)),
    part('people', lineEntries(members.map((one) => memberLine(one, words)))),
    part(
      'spent',
      lineEntries(
        spent.map((one) => `${one.number} · ${one.amount} ${one.currency} · ${one.reason}`),
      ),
    ),
    part('knowledge', knowledgeLines(report, words)),
    part('items', lineEntries(log.map((item) => itemLine(item, words)))),
    part(
      'rest',
      table(
        [number, priority, subject, status, promised, owner],
        rest.map((row) => restRow(row, words)),
      ),
    ),
    part('signOff', [{ type: 'lines', lines: signOffLines(report, words) }]),
  ];
}

function restRow(row: RestItem, words: ReportWords): readonly string[] {
  const { t, clock } = words;
  const { number, priority, subject, status, promisedAt } = row;
  const promised = promisedAt === null ? t.none : clock.at(promisedAt);
  return [number, priority, subject, t.statuses[status], promised, ownerChange(row, words)];
}

function prose(text: string): readonly ReportBlock[] {
  return text.trim() === '' ? [] : [{ type: 'prose', text }];
}

/** Somebody of the shift: part, lines, when they came and left, how much they had. */
export function memberLine(member: ReportMember, { t, clock }: ReportWords): string {
  const { part, plannedFrom, plannedTo, cameAt, leftAt, calledAt, note, conversations } = member;
  const planned =
    plannedFrom === null || plannedTo === null
      ? []
      : [t.member.planned(clock.at(plannedFrom), clock.at(plannedTo))];
  const was = [
    cameAt === null ? t.member.absent : t.member.came(clock.at(cameAt)),
    ...(leftAt === null ? [] : [t.member.left(clock.at(leftAt))]),
  ];
  return [
    member.person.name,
    t.parts[part],
    ...(member.lines.length === 0
      ? []
      : [`${t.columns.lines.toLowerCase()}: ${member.lines.join(', ')}`]),
    ...planned,
    was.join(' '),
    ...(calledAt === null ? [] : [t.member.called(clock.at(calledAt))]),
    ...(conversations === null ? [] : [t.member.load(conversations)]),
    ...(note === '' ? [] : [note]),
  ].join(' · ');
}

function itemLine(item: ReportItem, { t, clock }: ReportWords): string {
  const about = item.number === null ? item.text : `${item.number}: ${item.text}`;
  return [clock.at(item.at), t.itemKinds[item.kind], about, item.by].join(' · ');
}

function knowledgeLines({ knowledge }: ShiftReport, { t }: ReportWords): readonly ReportBlock[] {
  const { created, updated, overdue, missed } = knowledge;
  const list = (name: string, all: readonly string[]) =>
    all.length === 0 ? [] : [`${name}: ${all.join('; ')}`];
  const lines = [
    ...list(t.knowledge.created, created),
    ...list(t.knowledge.updated, updated),
    ...(overdue === 0 ? [] : [`${t.knowledge.overdue}: ${overdue}`]),
    ...list(t.knowledge.missed, missed),
  ];
  return lineEntries(lines);
}

function signOffLines({ signOff }: ShiftReport, { t, clock }: ReportWords): readonly string[] {
  const { submittedAt, submittedBy, override, acceptedAt, acceptedBy, remarks } = signOff;
  const { signOff: said } = t;
  return [
    submittedAt === null
      ? said.notSubmitted
      : said.submitted(submittedBy ?? t.unknown, clock.at(submittedAt)),
    ...(override === undefined ? [] : [said.override(override)]),
    acceptedAt === null
      ? said.notAccepted
      : said.accepted(acceptedBy ?? t.unknown, clock.at(acceptedAt)),
    ...remarks.map(({ kind, text, by, at }) => {
      return `${clock.at(at)} · ${lookUp(t.remarkKinds, kind)} · ${by}: ${text}`;
    }),
  ];
}
