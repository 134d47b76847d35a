import type { ShownEntry, TicketView } from '../../app/ticket/show-ticket.ts';
import { describeDelivery } from '../../i18n/delivery-text.ts';
import { familyTexts } from '../../i18n/family-texts.ts';
import { type TuiTexts, tuiTexts } from '../../i18n/tui-texts.ts';
import { wrap } from '../../util/text-layout.ts';
import { textWidth } from '../../util/text-width.ts';
import { literal, toSafe } from '../../util/to-safe.ts';
import type { UiState } from '../model/ui-state.ts';
import type { Role } from '../theme/theme.ts';
import { fileSize } from './file-size.ts';
import { type Line, type Span, span, word } from './line.ts';
import { promiseLine } from './promise-lines.ts';
import type { TimeText } from './time-text.ts';

/** A long text is cut here; the whole of it stays in the store and opens in the pager. */
const MAX_LINES = 400;

/**
 * The timeline as rows. Public and internal entries differ in a word and in the bar before them,
 * so that they are told apart without colour.
 */
export function timelineLines(
  view: TicketView,
  state: UiState,
  time: TimeText,
  width: number,
): Line[] {
  const entries = view.entries.map((entry) => ({ at: entry.at, entry }));
  const promises = view.ticket.promises.map((promise) => ({ at: promise.madeAt, promise }));
  // What a message promised stands under it: entries come first of the same moment.
  const items = [...entries, ...promises].toSorted((a, b) => a.at - b.at);
  return items.flatMap((item, i): readonly Line[] => {
    if ('entry' in item) {
      return [...(i > 0 ? [[]] : []), ...entryLines(item.entry, state, time, width)];
    }
    const isApart = i > 0 && items[i - 1]?.at !== item.at;
    return [...(isApart ? [[]] : []), promiseLine(item.promise, state, time)];
  });
}

/** One entry: a head row and its wrapped text. */
export function entryLines(
  entry: ShownEntry,
  state: UiState,
  time: TimeText,
  width: number,
): Line[] {
  const isPublic = entry.visibility === 'public';
  const bar = entry.author.type === 'contact' ? ' ' : isPublic ? '│' : '┆';
  const role: Role = isPublic ? 'plain' : 'internal';
  const rows = wrap(toSafe(entry.text.trimEnd(), { multiline: true }), Math.max(10, width - 4));
  const body = rows.slice(0, MAX_LINES).map((text): Line => {
    return [word(` ${bar} `, isPublic ? 'public' : 'muted'), span(text, role)];
  });
  const files = entry.attachments.map((file): Line => {
    return [
      word(` ${bar} `, 'muted'),
      span(toSafe(`▪ ${file.name} · ${fileSize(file.size)}`), 'code'),
    ];
  });
  return [entryHead(entry, state, time), ...body, ...files, ...deliveryLines(entry, state, bar)];
}

function entryHead(entry: ShownEntry, state: UiState, time: TimeText): Line {
  const t = tuiTexts(state.language);
  const who = entry.isMine ? t.you : entry.authorName;
  const when = word(` ${time.at(entry.at, state.now)} `, 'muted');
  return [when, ...headSpans(entry, who, t), ...fromSpans(entry, state)];
}

function headSpans(entry: ShownEntry, who: string, t: TuiTexts): Span[] {
  if (entry.kind === 'call') {
    const minutes = entry.durationMs
      ? `${Math.max(1, Math.round(entry.durationMs / 60_000))}′`
      : '';
    return [span(toSafe(t.entryCall(who, minutes)), 'public')];
  }
  if (entry.kind === 'system') return [word(t.entrySystem, 'muted')];
  if (entry.author.type === 'contact') {
    return [word(t.entryCustomer, 'strong'), span(toSafe(`  ${entry.authorName}`), 'muted')];
  }
  return entry.visibility === 'public'
    ? [span(toSafe(t.entryToCustomer(who)), 'public')]
    : [span(toSafe(t.entryInternal(who)), 'internal')];
}

/** Of a merged ticket: which one it was written in. */
function fromSpans({ fromNumber }: ShownEntry, { language }: UiState): Span[] {
  if (fromNumber === null) return [];
  return [span(toSafe(`  ${familyTexts(language).fromTicket(fromNumber)}`), 'muted')];
}

function deliveryLines(entry: ShownEntry, state: UiState, bar: string): Line[] {
  const { delivery } = entry;
  if (!delivery) return [];
  const isOpen = delivery.state === 'failed' || delivery.state === 'unconfigured';
  const role: Role = delivery.state === 'failed' ? 'breach' : isOpen ? 'warning' : 'muted';
  return [
    [word(` ${bar} `, 'public'), span(toSafe(describeDelivery(delivery, state.language)), role)],
  ];
}

/** A rule across a pane, with words in it when given. */
export function rule(width: number, title = ''): Line {
  const text = title === '' ? '' : toSafe(`── ${title} `);
  return [span(literal(text + '─'.repeat(Math.max(0, width - textWidth(text)))), 'muted')];
}

/** An upright line between two panes. */
export function divider(height: number): Line[] {
  return Array.from({ length: height }, () => [word('│', 'muted')]);
}
