import { shiftReportTexts } from '../../i18n/shift-report-texts.ts';
import { supervisionTexts } from '../../i18n/supervision-texts.ts';
import { trayTexts } from '../../i18n/tray-texts.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { workTexts } from '../../i18n/work-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import { runningHolds } from '../model/promise-state.ts';
import type { Tab, UiState } from '../model/ui-state.ts';
import { type Line, lineWidth, type Span, span, spread, word } from './line.ts';
import { holdSpan } from './promise-lines.ts';
import { syncSpan } from './sync-span.ts';
import type { TimeText } from './time-text.ts';

const tabs = ['queue', 'ticket', 'knowledge', 'replies'] as const satisfies readonly Tab[];
const SHIFT_NUMBER = 6;
const PRACTICE_NUMBER = 7;
/** From this width on the tabs that are seldom needed have their names. */
const NAMED_FROM = 110;
/** From this width on the shift that is on stands there, too. */
const SHIFT_FROM = 130;

/** How much is said on the right. */
interface Wording {
  /** Words and numbers beside the signs. */
  readonly isWordy: boolean;
  /** The next promise beside a running hold. */
  readonly hasPromise: boolean;
}

/** From the fullest on: the first that leaves room for the tabs. */
const wordings: readonly Wording[] = [
  { isWordy: true, hasPromise: true },
  { isWordy: true, hasPromise: false },
  { isWordy: false, hasPromise: false },
];

/** Row 1: where I am and what burns. */
export function headerLine(state: UiState, time: TimeText): Line {
  const t = tuiTexts(state.language);
  const names = {
    queue: t.tabQueue,
    ticket: t.tabTicket,
    knowledge: t.tabKnowledge,
    replies: t.tabReplies,
  };
  const app = word(` ${t.appName} `, 'title');
  const common = tabs.flatMap((tab, i) => [
    word(' '),
    word(` ${i + 1} ${names[tab]} `, tab === state.tab ? 'selected' : 'muted'),
  ]);
  const isNamed = state.columns >= NAMED_FROM;
  const tabsOf = (named: boolean) => [
    ...common,
    ...shiftTab(state, named),
    ...practiceTab(state, named),
    ...discrepanciesTab(state),
  ];
  const right = wordings.map((wording) => statusSpans(state, time, wording));
  const short = right.at(-1) ?? [];
  // An open tab has its name wherever there is room for it.
  const named = tabsOf(isNamed || state.tab === 'shift' || state.tab === 'practice');
  const left = lineWidth(named) + lineWidth(short) <= state.columns ? named : tabsOf(isNamed);
  const room = state.columns - lineWidth(left);
  const fits = (line: Line) => lineWidth(line) <= room - lineWidth([app]);
  const status = right.find(fits) ?? short;
  // Where it is narrow the tabs are worth more than the name of the program.
  const isNarrow = !fits(status) && lineWidth(status) <= room;
  return spread(isNarrow ? left : [app, ...left], status, state.columns);
}

/** The tab of the shift, with a sign while a hand-over waits for me. */
function shiftTab({ tab, language, shift, run }: UiState, isNamed: boolean): Span[] {
  if (run !== null) return [];
  const isOpen = tab === 'shift';
  const name = isNamed ? `${workTexts(language).contexts.shift} ` : '';
  const sign = shift.offer === null ? '' : '⇅ ';
  const role = isOpen ? 'selected' : sign === '' ? 'muted' : 'warning';
  return [word(' '), word(` ${SHIFT_NUMBER} ${name}${sign}`, role)];
}

/** The tab of practice; in a run it is where one is already. */
function practiceTab({ tab, language, run }: UiState, isNamed: boolean): Span[] {
  if (run !== null) return [];
  const name = isNamed ? `${workTexts(language).contexts.practice} ` : '';
  return [
    word(' '),
    word(` ${PRACTICE_NUMBER} ${name}`, tab === 'practice' ? 'selected' : 'muted'),
  ];
}

/** The tab that stands there only while something has to be decided. */
function discrepanciesTab({ sync, tab, columns, language }: UiState): Span[] {
  const count = sync?.discrepancies ?? 0;
  const isOpen = tab === 'discrepancies';
  if (count === 0 && !isOpen) return [];
  const name = columns >= NAMED_FROM ? `${trayTexts(language).tab} ` : '';
  const number = count > 0 ? `!${count} ` : '';
  return [word(' '), word(` 8 ${name}${number}`, isOpen ? 'selected' : 'warning')];
}

/** What burns and what waits: overdue, the next promise, unsent work, the clock. */
function statusSpans(state: UiState, time: TimeText, { isWordy, hasPromise }: Wording): Span[] {
  const t = tuiTexts(state.language);
  const right: Span[] = [];
  const add = (part: Span) => right.push(word(' '), part);
  if (isWordy && hasPromise && state.plan && state.columns >= SHIFT_FROM) {
    add(span(toSafe(shiftNow(state.plan, state)), 'muted'));
  }
  if (state.hasDemo) add(word(t.demo, 'demo'));
  if (state.shift.offer && isWordy) {
    add(word(shiftReportTexts(state.language).header.takeOver, 'warning'));
  }
  const { reviews, helps } = state.supervised;
  if (reviews + helps > 0) {
    add(word(supervisionTexts(state.language).header(reviews, helps, isWordy), 'warning'));
  }
  if (state.overdue > 0) add(word(`▲${state.overdue}`, 'breach'));
  const hold = holdSpan(state, isWordy);
  if (hold) add(hold);
  if (state.nextPromise && (hold === null || hasPromise) && !isHold(state)) {
    const isLate = state.nextPromise.at < state.now;
    const at = `${isLate ? '▲' : ''}◷${time.clock(state.nextPromise.at)}`;
    const text = isWordy ? `${at} ${state.nextPromise.number}` : at;
    add(span(toSafe(text), isLate ? 'breach' : 'promise'));
  }
  if (state.mutedUntil > state.now) add(word('♪', 'muted'));
  const sync = syncSpan(state, time, isWordy);
  if (sync) add(sync);
  else if (isWordy && state.sync === null) add(word(t.offline, 'muted'));
  add(word(time.clock(state.now), 'plain'));
  right.push(word(' '));
  return right;
}

/** `дневная смена 08–20`: full hours are said without their minutes. */
function shiftNow(plan: NonNullable<UiState['plan']>, { language }: UiState): string {
  const hours = plan.kind.replaceAll(':00', '').replace('-', '–');
  const name = plan.name[language];
  return name === plan.kind ? hours : `${name} ${hours}`;
}

/** Whether the next promise is the running hold, which shows its seconds already. */
function isHold({ promised, nextPromise, now }: UiState): boolean {
  const [hold] = runningHolds(promised, now);
  return hold?.dueAt === nextPromise?.at && hold?.number === nextPromise?.number;
}

/** Row 2 of the queue: saved queues with live counts; the current one stands out. */
export function queuesLine(state: UiState): Line {
  const t = tuiTexts(state.language);
  const parts = state.counts.map(({ queue, count }): Span => {
    const isCurrent = queue.code === state.queue.code;
    const name = toSafe(` ${queue.name[state.language]} ${count} `);
    return span(name, isCurrent ? 'selected' : count > 0 ? 'plain' : 'muted');
  });
  const { marked, filter, input } = state.queue;
  const right: Span[] = [];
  if (marked.size > 0) right.push(word(` ${t.marked(marked.size)} `, 'strong'));
  if (filter !== '' && input === null) {
    right.push(word(` ${t.filter}: `, 'muted'), span(toSafe(filter), 'match'), word(' '));
  }
  const current = state.counts.findIndex(({ queue }) => queue.code === state.queue.code);
  const room = state.columns - lineWidth(right) - 1;
  return spread(upTo(parts, current, room), right, state.columns);
}

/** Queues from the first one on, or from a later one when the current would be cut away. */
function upTo(parts: readonly Span[], current: number, room: number): Line {
  const widthFrom = (from: number) => lineWidth(parts.slice(from, current + 1));
  let from = 0;
  while (from < current && widthFrom(from) > room) from += 1;
  return [word(from > 0 ? '‹' : ' ', 'muted'), ...parts.slice(from)];
}
