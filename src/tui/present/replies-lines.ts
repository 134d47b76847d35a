import { tuiTexts } from '../../i18n/tui-texts.ts';
import { literal, toSafe } from '../../util/to-safe.ts';
import type { UiState } from '../model/ui-state.ts';
import { rule } from './entry-lines.ts';
import { clip, type Line, type Span, span, spread, word } from './line.ts';
import { visibleTop } from './list-window.ts';
import { type ReplyRow, repliesLayout, replyRows, rowOf } from './replies-layout.ts';
import { searchField } from './search-field.ts';
import { wrapSpans } from './styled-text.ts';
import type { TimeText } from './time-text.ts';

/** The replies tab as rows of the whole width. */
export function repliesLines(state: UiState, time: TimeText): Line[] {
  const layout = repliesLayout(state);
  const list = listLines(state, layout.listWidth, layout.listHeight);
  const preview = previewLines(state, time, layout.previewWidth).slice(0, layout.previewHeight);
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
  const { items, selected, query } = state.replies;
  if ('situation' in row) return [span(toSafe(` ${situationName(row.situation, state)}`), 'muted')];
  const item = items[row.item];
  if (!item) return [];
  const isFound = query.present.text.trim() !== '';
  const detail = isFound ? situationName(item.situation, state) : '';
  const line = spread(
    [span(toSafe(`   ${item.title}`))],
    [span(toSafe(`  ${detail} `), 'muted')],
    width,
  );
  if (row.item !== selected) return line;
  return [span(literal(line.map(({ text }) => text).join('')), 'selected')];
}

function situationName(situation: string, { language }: UiState): string {
  const names: Readonly<Record<string, string>> = tuiTexts(language).situations;
  return names[situation] ?? situation;
}

/** The selected template as it would be put in, what goes with it, and when to use it. */
function previewLines(state: UiState, time: TimeText, width: number): Line[] {
  const t = tuiTexts(state.language);
  const { preview, previewFor } = state.replies;
  if (!preview) return [];
  const text = preview.ok
    ? hintSpans(preview.text.trimEnd())
    : [
        span(
          toSafe(t.toastTemplateBroken(preview.problems.map((p) => p.text).join('; '))),
          'breach',
        ),
      ];
  const effects = effectSpans(state, time);
  const when = span(toSafe(`${t.templateWhen}${preview.template?.when ?? ''}`), 'muted');
  const inner = Math.max(10, width - 4);
  return [
    ...wrapSpans(text, inner).map((line): Line => [word(' │ ', 'public'), ...line]),
    [],
    [word('   '), ...effects],
    ...wrapSpans([when], inner).map((line): Line => [word('   '), ...line]),
    ...(previewFor === null ? [[word(`   ${t.repliesForNobody}`, 'muted')]] : []),
  ];
}

/** Where the reply is used, and what sending it does besides: its promise, its status. */
function effectSpans(state: UiState, time: TimeText): Span[] {
  const t = tuiTexts(state.language);
  const { preview } = state.replies;
  const channels = preview?.template?.channels.map((channel) => t.replyChannels[channel]) ?? [];
  const spans: Span[] = [word(`${channels.join(', ')}  `, 'muted')];
  if (preview?.promise) {
    spans.push(word(t.promised(time.at(preview.promise.dueAt, state.now)), 'promise'), word('  '));
  }
  const rule = state.statuses.find(({ code }) => code === preview?.status);
  if (rule) spans.push(span(toSafe(`→ ${rule.name[state.language]}`), 'strong'));
  return spans;
}

function hintSpans(text: string): Span[] {
  return text
    .split(/(⟦[^⟦⟧]*⟧)/)
    .filter((part) => part !== '')
    .map((part) =>
      span(toSafe(part, { multiline: true }), part.startsWith('⟦') ? 'warning' : 'plain'),
    );
}
