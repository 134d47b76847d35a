import type { ReviewedDialogue } from '../../app/shift/review-dialogues.ts';
import { type BoardTexts, boardTexts } from '../../i18n/board-texts.ts';
import { fit } from '../../util/text-layout.ts';
import { literal, toSafe } from '../../util/to-safe.ts';
import { dialoguePlace } from '../model/dialogues-state.ts';
import type { UiState } from '../model/ui-state.ts';
import { type Line, span, spread, word } from './line.ts';
import { visibleTop } from './list-window.ts';
import { priorityGlyphs } from './priority-glyphs.ts';
import type { TimeText } from './time-text.ts';

const NUMBER_CELLS = 10;
const STATUS_CELLS = 15;
const CUSTOMER_CELLS = 20;
const OWNER_CELLS = 16;
const WIDE_FROM = 110;
/** The counts, the head of the table. */
const HEAD_ROWS = 2;

/** The rows of the morning review, and which of them is selected. */
export interface DialogueRows {
  readonly lines: readonly Line[];
  readonly selected: number | undefined;
}

/** Every dialogue of today and yesterday with its two marks; what is left to do is counted above. */
export function dialogueRows(state: UiState, time: TimeText, height: number): DialogueRows {
  const { dialogues } = state.shift;
  if (dialogues === null) return { lines: [], selected: undefined };
  const t = boardTexts(state.language);
  const { review, top } = dialogues;
  const all = review.dialogues;
  const counts: Line = [
    word(` ${t.review} `, 'title'),
    word(t.reviewCount(all.length), 'muted'),
    word(`   ${t.unresolved} ${review.unresolved}`, review.unresolved > 0 ? 'warning' : 'good'),
    word(`   ${t.cardless} ${review.cardless}`, review.cardless > 0 ? 'warning' : 'good'),
  ];
  if (all.length === 0) {
    return { lines: [counts, [], [word(`   ${t.noDialogues}`, 'muted')]], selected: undefined };
  }
  const room = Math.max(1, height - HEAD_ROWS);
  const place = dialoguePlace(dialogues);
  const from = visibleTop({ top, height: room, total: all.length }, place);
  const rows = all.slice(from, from + room).map((one) => dialogueLine(one, state, time));
  return { lines: [counts, head(t, state.columns), ...rows], selected: HEAD_ROWS + place - from };
}

function ownerCells(columns: number): number {
  return columns >= WIDE_FROM ? OWNER_CELLS : OWNER_CELLS - 5;
}

function head(t: BoardTexts, columns: number): Line {
  const cells = ` ${fit(t.columnResolved, 7)}${fit(t.columnCard, 10)}  ${fit(t.columnTicket, NUMBER_CELLS)}`;
  const wide = columns >= WIDE_FROM ? fit(t.columnCustomer, CUSTOMER_CELLS) : '';
  return [
    word(
      `${cells}${fit(t.columnStatus, STATUS_CELLS)}${fit(t.columnOwner, ownerCells(columns))}${wide}${t.columnSubject}`,
      'muted',
    ),
  ];
}

function dialogueLine(one: ReviewedDialogue, state: UiState, time: TimeText): Line {
  const { columns, statuses, language, now } = state;
  const t = boardTexts(language);
  const status = statuses.find(({ code }) => code === one.status)?.name[language] ?? one.status;
  const card = one.hasCard === null ? '  ·' : one.hasCard ? ' [x]' : ' [ ]';
  const left: Line = [
    word(one.isResolved ? ' [x]    ' : ' [ ]    ', one.isResolved ? 'muted' : 'warning'),
    word(fit(card, 10), one.hasCard === false ? 'warning' : 'muted'),
    word(`${priorityGlyphs[one.priority]} `),
    span(literal(fit(toSafe(one.number), NUMBER_CELLS)), 'strong'),
    span(literal(`${fit(toSafe(status), STATUS_CELLS - 1)} `)),
    span(literal(`${fit(toSafe(one.assignee ?? t.noName), ownerCells(columns) - 1)} `)),
    ...(columns >= WIDE_FROM
      ? [span(literal(fit(toSafe(one.customer ?? ''), CUSTOMER_CELLS)), 'muted')]
      : []),
    span(toSafe(one.subject)),
  ];
  return spread(left, [word(` ${time.at(one.lastAt, now)} `, 'muted')], columns);
}
