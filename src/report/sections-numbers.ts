import type { ReportTicket, ShiftReport } from '../domain/report/shift-report.ts';
import { partMaker } from './cut-lists.ts';
import { figureLines } from './figure-text.ts';
import { lookUp, type ReportWords } from './report-words.ts';
import { lineEntries, table } from './sections-now.ts';
import type { ReportBlock, ReportPart } from './view.ts';

/** What was: figures, what came in, what was missed, passed on, sent back and left lying. */
export function sectionsNumbers(report: ShiftReport, words: ReportWords): readonly ReportPart[] {
  const part = partMaker(report, words);
  return [
    part('figures', lineEntries(figureLines(report.figures, words))),
    part('volume', volumeLines(report, words)),
    part('topics', topicLines(report, words)),
    part('breached', breachedTable(report, words)),
    part('escalations', escalationLines(report, words)),
    part('returned', returnedTable(report, words)),
    part('dragging', draggingTable(report, words)),
  ];
}

function breachedTable({ breached }: ShiftReport, words: ReportWords): readonly ReportBlock[] {
  const { number, subject, owner, target, due } = words.t.columns;
  return table(
    [number, subject, target, due, owner],
    breached.map((row) => {
      const when = [words.target(row.target), words.clock.at(row.dueAt)];
      return [...named(row), ...when, words.owner(row)];
    }),
  );
}

function returnedTable({ returned }: ShiftReport, words: ReportWords): readonly ReportBlock[] {
  const { number, subject, owner, times } = words.t.columns;
  return table(
    [number, subject, times, owner],
    returned.map((row) => [...named(row), String(row.times), words.owner(row)]),
  );
}

function draggingTable(
  { dragging, asOf }: ShiftReport,
  words: ReportWords,
): readonly ReportBlock[] {
  const { number, subject, owner, since } = words.t.columns;
  return table(
    [number, subject, since, owner],
    dragging.map((row) => {
      return [...named(row), words.clock.length(asOf - row.since), words.owner(row)];
    }),
  );
}

function named({ number, subject }: ReportTicket): readonly string[] {
  return [number, subject];
}

function volumeLines({ counts, volume }: ShiftReport, words: ReportWords): readonly ReportBlock[] {
  const { t } = words;
  const counted = countNames.map((name) => `${t.counts[name]} ${counts[name]}`).join(', ');
  const splits = volume
    .filter(({ rows }) => rows.some(({ code }) => code !== ''))
    .map(({ by, rows }) => {
      const names = rows.map((row) => `${words.counted(by, row)} ${row.n}`);
      return `${t.volumes[by]}: ${names.join(', ')}`;
    });
  return lineEntries([counted, ...splits]);
}

const countNames = [
  'incoming',
  'solved',
  'closed',
  'carriedOver',
  'leftOpen',
  'closedAtOnce',
  'offTopic',
] as const;

function topicLines({ topics }: ShiftReport, { t }: ReportWords): readonly ReportBlock[] {
  return lineEntries(topics.map(({ topic, n, before }) => `${topic}: ${t.topicChange(n, before)}`));
}

function escalationLines({ escalations }: ShiftReport, { t }: ReportWords): readonly ReportBlock[] {
  const to = (code: string) => lookUp(t.decides, code);
  return lineEntries(escalations.map((one) => t.escalation(one.from, to(one.to), one.n)));
}
