import { repliesTexts } from '../../i18n/replies-texts.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { literal, toSafe } from '../../util/to-safe.ts';
import type { UiState } from '../model/ui-state.ts';
import { rule } from './entry-lines.ts';
import { clip, type Line, type Span, span, spread, word } from './line.ts';
import { visibleTop } from './list-window.ts';
import { DONT, type ReplyRow, repliesLayout, replyRows, rowOf } from './replies-layout.ts';
import { replyPreview } from './reply-preview.ts';
import { searchField } from './search-field.ts';
import type { TimeText } from './time-text.ts';

/** The replies tab as rows of the whole width. */
export function repliesLines(state: UiState, time: TimeText): Line[] {
  const layout = repliesLayout(state);
  const list = listLines(state, layout.listWidth, layout.listHeight);
  const preview = replyPreview(state, time, layout.previewWidth).slice(0, layout.previewHeight);
  const head = [searchLine(state), rule(state.columns)];
  if (!layout.isBeside) return [...head, ...list, rule(state.columns), ...preview];
  const rows = Array.from({ length: layout.listHeight }, (_, i): Line => {
    return [...clip(list[i] ?? [], layout.listWidth), word('│', 'muted'), ...(preview[i] ?? [])];
  });
  return [...head, ...rows];
}

function searchLine(state: UiState): Line {
  const t = tuiTexts(state.language);
  const { query, isTyping, library, items, previewFor } = state.replies;
  const field = searchField(query.present, isTyping, Math.min(48, Math.floor(state.columns / 2)));
  const left: Span[] = [...field, span(toSafe(previewFor ? `  ${t.repliesFor(previewFor)}` : ''))];
  const count = library ? t.repliesCount(items.length) : '';
  return spread(left, [word(` ${count} `, 'muted')], state.columns);
}

/** Exactly `height` rows: situations, and under them the templates. */
function listLines(state: UiState, width: number, height: number): Line[] {
  const { replies } = state;
  const rows = replyRows(replies);
  const place = rowOf(rows, replies.selected);
  const top = visibleTop({ top: replies.top, height, total: rows.length }, place);
  const lines = rows.slice(top, top + height).map((row) => rowLine(row, state, width));
  if (lines.length === 0 && replies.library) {
    lines.push([], [word(`   ${tuiTexts(state.language).emptyReplies}`, 'muted')]);
  }
  return Array.from({ length: height }, (_, i) => lines[i] ?? []);
}

function rowLine(row: ReplyRow, state: UiState, width: number): Line {
  if ('situation' in row) return [span(toSafe(` ${situationName(row.situation, state)}`), 'muted')];
  const line = itemLine(row.item, state, width);
  if (row.item !== state.replies.selected) return line;
  return [span(literal(line.map(({ text }) => text).join('')), 'selected')];
}

/** A template with what is known of its use, or a card by its title. */
function itemLine(place: number, state: UiState, width: number): Line {
  const { items, shownCards, favourites, uses, query } = state.replies;
  const item = items[place];
  if (!item) {
    const title = shownCards[place - items.length]?.title ?? '';
    return spread([word(' ✗ ', 'breach'), span(toSafe(title))], [], width);
  }
  const t = repliesTexts(state.language);
  const digit = favourites.get(item.id);
  const times = uses.get(item.id) ?? 0;
  const isFound = query.present.text.trim() !== '';
  const parts = [
    ...(isFound ? [situationName(item.situation, state)] : []),
    ...channelMark(item.channels, state),
    ...(times > 0 ? [t.usedTimes(times)] : []),
  ];
  const lead = digit === undefined ? word('   ') : word(`★${digit} `, 'key');
  const detail = parts.length > 0 ? `  ${parts.join(' · ')} ` : ' ';
  return spread([lead, span(toSafe(item.title))], [span(toSafe(detail), 'muted')], width);
}

/** Where a template is used, when it is not for letters and chats alike. */
function channelMark(channels: readonly string[], { language }: UiState): string[] {
  const names: Readonly<Record<string, string>> = tuiTexts(language).replyChannels;
  const isUsual = channels.includes('mail') && channels.includes('chat');
  return isUsual ? [] : [channels.map((channel) => names[channel] ?? channel).join(', ')];
}

function situationName(situation: string, { language }: UiState): string {
  if (situation === DONT) return repliesTexts(language).dont;
  const names: Readonly<Record<string, string>> = tuiTexts(language).situations;
  return names[situation] ?? situation;
}
