import type { PickUp, TicketView } from '../../app/ticket/show-ticket.ts';
import { isOverdue } from '../../domain/promise-record.ts';
import type { TimeLeft } from '../../domain/sla/time-left.ts';
import { openPromises } from '../../domain/ticket.ts';
import { formsTexts } from '../../i18n/forms-texts.ts';
import { promiseTexts } from '../../i18n/promise-texts.ts';
import { trayTexts } from '../../i18n/tray-texts.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import { whoIsIn } from '../model/presence-state.ts';
import type { UiState } from '../model/ui-state.ts';
import { familySpans } from './family-lines.ts';
import { fitting, type Line, lineWidth, type Span, span, spread, word } from './line.ts';
import { markSpans } from './mark-spans.ts';
import { priorityGlyphs } from './priority-glyphs.ts';
import { timeLeftText } from './time-left-text.ts';
import type { TimeText } from './time-text.ts';
import { createTimeText } from './time-text.ts';

/** Two rows that say what this ticket is, whose and by when. */
export function ticketCard(
  view: TicketView,
  state: UiState,
  time: TimeText,
  width: number,
): Line[] {
  const { ticket } = view;
  const left: Line = [
    span(toSafe(` ${ticket.number}  `), 'title'),
    span(toSafe(ticket.subject), 'strong'),
  ];
  const urgent = urgency(view, state, time);
  // The subject keeps its half of a narrow row: the promise stands two rows below as well.
  const isTight = lineWidth(urgent) > width / 2;
  const right = isTight
    ? urgency({ ...view, ticket: { ...ticket, promises: [] } }, state, time)
    : urgent;
  return [spread(left, right, width), spread(about(view, state, time), [], width)];
}

function urgency(view: TicketView, state: UiState, time: TimeText): Span[] {
  const t = tuiTexts(state.language);
  const { ticket, timeLeft } = view;
  const parts: Span[] = [word(`  ${priorityGlyphs[ticket.priority]} ${ticket.priority}`)];
  const rule = state.statuses.find((s) => s.code === ticket.status);
  parts.push(word(' · '), span(toSafe(rule?.name[state.language] ?? ticket.status)));
  if (timeLeft) parts.push(word(' · '), leftSpan(timeLeft, state, time));
  const [promise] = openPromises(ticket);
  if (promise) {
    const isLate = promise.dueAt < state.now;
    parts.push(
      word(' · '),
      word(t.promised(time.at(promise.dueAt, state.now)), isLate ? 'breach' : 'promise'),
    );
  }
  parts.push(word(' '));
  return parts;
}

function leftSpan(timeLeft: TimeLeft, state: UiState, time: TimeText): Span {
  const t = tuiTexts(state.language);
  const { left, mark, role } = timeLeftText(timeLeft, time);
  const isLate = timeLeft.state === 'late';
  const said = isLate ? t.overdue(left.replace('−', '')) : t.left(left);
  return word(`${said} ${mark.trim()}`.trimEnd(), role);
}

function about(view: TicketView, state: UiState, time: TimeText): Span[] {
  const t = tuiTexts(state.language);
  const { ticket, customer, contact, assignee } = view;
  const parts = [
    customer?.name ?? t.noCustomer,
    contact?.name ?? '',
    theirTime(view, state),
    t.channels[ticket.channel],
    state.lineNames.get(ticket.line)?.[state.language] ?? ticket.line,
    assignee ? (assignee.id === state.meId ? t.me : assignee.name) : t.nobody,
    boxesText(view, state),
    ticket.timeSpentMs ? t.timeSpent(time.exactly(ticket.timeSpentMs)) : '',
    ...ticket.tags.map((tag) => `#${tag}`),
    customer?.peculiarity ?? '',
  ].filter((part) => part !== '');
  const when = { language: state.language, time, now: state.now };
  // How it stands to others comes first: whoever writes here must know it.
  const family = familySpans(view.family, ticket.isMassIncident === true, when);
  const marks = [...presenceSpans(view, state), ...markSpans(view, state, time)];
  return [...family, ...marks, span(toSafe(` ${parts.join(' · ')}`), 'muted')];
}

/** Who else is in this ticket now: a hint that never holds anybody up. */
function presenceSpans({ ticket }: TicketView, { presence, now, language }: UiState): Span[] {
  const t = trayTexts(language);
  return whoIsIn(presence, ticket.id, now).map(({ name, doing }) =>
    span(toSafe(` ${doing === 'writing' ? `✎ ${t.writing(name)}` : t.reading(name)} `), 'warning'),
  );
}

function boxesText({ ticket: { checklist = [] } }: TicketView, { language }: UiState): string {
  if (checklist.length === 0) return '';
  const done = checklist.filter(({ doneAt }) => doneAt !== null).length;
  return formsTexts(language).kind.boxes(done, checklist.length);
}

function theirTime(view: TicketView, state: UiState): string {
  const zone = view.contact?.timeZone ?? view.customer?.timeZone;
  if (!zone || zone === state.timeZone) return '';
  return tuiTexts(state.language).theirTime(createTimeText(zone, state.language).clock(state.now));
}

/**
 * The one line before the first word: how long they waited, through whom, what was promised. Where
 * it is narrow the least important of it is left out.
 */
export function pickUpLine(pickUp: PickUp, state: UiState, time: TimeText, width: number): Line {
  const t = tuiTexts(state.language);
  const waited = pickUp.waitedMs === null ? t.answered : t.waited(time.length(pickUp.waitedMs));
  const [promised, isBroken] = promisedText(pickUp, state, time);
  const role = pickUp.isAngry || isBroken ? 'warning' : 'plain';
  const nextUpdate = nextUpdateSpan(pickUp.nextUpdateDueAt, state, time);
  const part = (text: string): Line => (text === '' ? [] : [word(` · ${text}`, role)]);
  const first: Line = [word(` ${waited}`, role)];
  const update: Line = nextUpdate ? [word(' · ', role), nextUpdate] : [];
  const hands = part(pickUp.hands > 0 ? t.hands(pickUp.hands) : '');
  const returns = part(pickUp.returns > 0 ? t.returns(pickUp.returns) : '');
  const promise = part(promised);
  const mood = part(pickUp.isAngry ? t.moodAngry : t.moodCalm);
  const kept = new Set(fitting([first, update, promise, returns, mood, hands], width));
  return [first, update, hands, returns, promise, mood].filter((one) => kept.has(one)).flat();
}

/** What became of the last promise, and whether that is bad. One whose time has passed is broken. */
function promisedText(
  { lastPromise }: PickUp,
  state: UiState,
  time: TimeText,
): readonly [string, boolean] {
  const t = tuiTexts(state.language);
  if (lastPromise === null) return [t.noPromise, false];
  const fate = isOverdue(lastPromise, state.now) ? 'broken' : lastPromise.state;
  const said = {
    kept: t.promiseKept,
    broken: t.promiseBroken,
    open: t.promiseOpen,
    moved: t.promiseMoved,
  }[fate](time.at(lastPromise.dueAt, state.now));
  return [said, fate === 'broken'];
}

/** A silence that may last for days is told of on its last day only. */
const TOLD_MS = 24 * 3_600_000;

function nextUpdateSpan(dueAt: number | null, state: UiState, time: TimeText): Span | null {
  if (dueAt === null || dueAt - state.now > TOLD_MS) return null;
  const t = promiseTexts(state.language);
  const at = time.at(dueAt, state.now);
  const isLate = dueAt < state.now;
  return isLate
    ? span(toSafe(`▲ ${t.nextUpdateLate(at)}`), 'breach')
    : span(toSafe(`◷ ${t.nextUpdate(at)}`), 'promise');
}
