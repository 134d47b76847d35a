import type { ExplainedClock, SlaExplanation, StatusStay } from '../domain/sla/explain.ts';
import { cut, fit, wrap } from '../util/text-layout.ts';
import { toSafe } from '../util/to-safe.ts';
import { type ExplainWords, explainWords, type Readership } from './deadline-words.ts';

/** One row for people; what it means is for the shell to colour. The text is not yet made safe. */
export interface ExplainRow {
  readonly text: string;
  readonly role: 'title' | 'plain' | 'muted' | 'warning' | 'breach' | 'good';
}

/** The narrowest window that is worked in. */
const WIDTH = 80;
const INDENT = '  ';

/** The explanation of a ticket's deadlines as a page of at most 80 columns. */
export function explainRows(
  desk: Readership,
  explained: SlaExplanation,
  now: number,
): readonly ExplainRow[] {
  const words = explainWords(desk);
  const { t, moment } = words;
  const { ticket, at } = explained;
  return [
    row(cut(toSafe(`${ticket.number}  ${ticket.subject}`), WIDTH), 'title'),
    row(t.asOf(moment(at, now), desk.config.timeZone), 'muted'),
    row(''),
    ...nextRows(explained, words),
    ...policyRows(desk, explained, words),
    ...clockRows(desk, explained, words),
    ...stayRows(desk, explained, words),
    ...besideRows(explained, words),
  ];
}

function row(text: string, role: ExplainRow['role'] = 'plain'): ExplainRow {
  return { text, role };
}

function wrapped(text: string, role: ExplainRow['role'] = 'plain'): ExplainRow[] {
  return wrap(text, WIDTH).map((line) => row(line, role));
}

function block(title: string, rows: readonly ExplainRow[]): ExplainRow[] {
  return rows.length === 0 ? [] : [row(''), row(title, 'title'), ...rows];
}

function nextRows(explained: SlaExplanation, words: ExplainWords): ExplainRow[] {
  const { next, nothingDue, at } = explained;
  const { t, moment } = words;
  if (!next) return wrapped(t.nothing(t.nothingWhy[nothingDue ?? 'no-clock']), 'muted');
  const said = t.next(
    t.targets[next.target],
    moment(next.dueAt, at),
    words.nextWhy(explained) ?? '',
  );
  return wrapped(said, next.dueAt < at ? 'breach' : 'plain');
}

function policyRows(
  desk: Readership,
  explained: SlaExplanation,
  words: ExplainWords,
): ExplainRow[] {
  const { t, policyWhy, nameOf } = words;
  const { policy, trials, clocks } = explained;
  const why = policyWhy(trials).flatMap((text) => indented(text));
  if (!policy) return why;
  const { calendars } = desk.config;
  const zone = calendars.find(({ code }) => code === policy.calendar)?.timeZone ?? '';
  const others = clocks.filter(({ clock }) => clock.calendar !== policy.calendar);
  return [
    ...wrapped(t.policy(policy.name[desk.language], policy.code)),
    ...why,
    ...wrapped(t.calendar(nameOf(calendars, policy.calendar), policy.calendar, zone)),
    ...others.flatMap(({ clock }) =>
      indented(t.otherCalendar(t.targets[clock.target], nameOf(calendars, clock.calendar))),
    ),
  ];
}

function indented(text: string): ExplainRow[] {
  return wrap(text, WIDTH - INDENT.length).map((line) => row(INDENT + line, 'muted'));
}

/** What stands in the columns of the clocks: name, target, used, left, due, state. */
type Cells = readonly [string, string, string, string, string, string];

const widths = [22, 9, 9, 9, 13, 14] as const;

function tableRow(cells: Cells): string {
  const shown = cells.map((cell, place) => {
    const isNumber = place > 0 && place < 4;
    return fit(cell, widths[place] ?? 0, isNumber ? 'right' : 'left');
  });
  // Numbers stand right: two cells keep them from the date.
  return `${shown.slice(0, 4).join('')}  ${shown.slice(4).join('')}`.trimEnd();
}

function clockRows(
  desk: Readership,
  { clocks, ticket, at, policy }: SlaExplanation,
  words: ExplainWords,
): ExplainRow[] {
  const { t, length, moment, clockWhy } = words;
  const { columns } = t;
  const head: Cells = [
    columns.clock,
    columns.target,
    columns.used,
    columns.left,
    columns.due,
    columns.fate,
  ];
  const rows = clocks.map((explained) => {
    const { clock, usedMinutes, leftMinutes, dueAt, fate } = explained;
    const cells: Cells = [
      t.targets[clock.target],
      length(clock.targetMs / 60_000),
      fate === 'idle' ? '—' : length(usedMinutes),
      fate === 'idle' ? '—' : length(leftMinutes),
      dueAt === null ? '—' : moment(dueAt, at),
      fateText(explained, words),
    ];
    return row(tableRow(cells), roleOf(explained));
  });
  const why = clocks.flatMap((explained) => {
    const { target, targetMs } = explained.clock;
    return wrapped(
      t.targetBy(t.targets[target], length(targetMs / 60_000), clockWhy(explained, ticket)),
    );
  });
  if (rows.length === 0) return [];
  const calendar = desk.config.calendars.find(({ code }) => code === policy?.calendar);
  const isAlways = calendar?.week === 'always';
  return [
    ...block(isAlways ? t.clocksTitleAlways : t.clocksTitle, [
      row(tableRow(head), 'muted'),
      ...rows,
    ]),
    ...block(t.targetsTitle, why),
  ];
}

function fateText({ fate, clock }: ExplainedClock, { t }: ExplainWords): string {
  return fate === 'missed' && clock.metAt !== null ? t.fates.metLate : t.fates[fate];
}

function roleOf({ fate }: ExplainedClock): ExplainRow['role'] {
  switch (fate) {
    case 'missed':
    case 'red':
      return 'breach';
    case 'amber':
      return 'warning';
    case 'satisfied':
      return 'good';
    case 'ok':
      return 'plain';
    default:
      return 'muted';
  }
}

function stayRows(
  desk: Readership,
  { stays, at }: SlaExplanation,
  words: ExplainWords,
): ExplainRow[] {
  const { t, length, moment, nameOf } = words;
  const rows = stays.map(({ status, from, to, minutes, isPause }: StatusStay) => {
    const until = to === null ? t.until : moment(to, at);
    const cells = [
      fit(`${moment(from, at)} – ${until}`, 32),
      fit(length(minutes), 9, 'right'),
      `  ${fit(nameOf(desk.config.statuses, status), 22)}`,
      isPause ? t.pause : t.counted,
    ];
    return row(cells.join(''), isPause ? 'muted' : 'plain');
  });
  return block(t.staysTitle, rows);
}

/** Promises, which have clocks of their own, and what was missed. */
function besideRows({ promises, breaches, at }: SlaExplanation, words: ExplainWords): ExplainRow[] {
  const { t, moment } = words;
  const promised = promises.map(({ dueAt, kind, text }) => {
    const said = text === '' ? '' : ` (${text})`;
    return `${moment(dueAt, at)} ◷ ${words.promise(kind)}${said}`;
  });
  const missed = breaches.map(({ target, dueAt, policy }) =>
    t.breach(t.targets[target], moment(dueAt, at), policy),
  );
  return [
    ...block(
      t.promisesTitle,
      promised.flatMap((text) => wrapped(text)),
    ),
    ...block(
      t.breachesTitle,
      missed.flatMap((text) => wrapped(text, 'breach')),
    ),
  ];
}
