import type { Ticket } from '../../domain/ticket.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { type BesideTexts, besideTexts } from '../../i18n/beside-texts.ts';
import { formsTexts } from '../../i18n/forms-texts.ts';
import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import {
  type Beside,
  type BesideItem,
  besideItems,
  selectedBeside,
} from '../model/beside-state.ts';
import type { UiState } from '../model/ui-state.ts';
import { checklistLine, checklistPane } from './checklist-lines.ts';
import { type Line, type Span, span, spread, word } from './line.ts';
import type { TimeText } from './time-text.ts';

const TITLE_ROWS = 2;
const told = ['helped', 'outdated', 'accepted'] as const;

/** Beside the ticket: articles that fit it, solved tickets like it, the customer's other ones. */
export function sideLines(state: UiState, time: TimeText, width: number): Line[] {
  const { ticket, language } = state;
  if (!ticket) return [];
  const w = besideTexts(language);
  const beside = besideOf(state);
  const selected = selectedBeside(beside);
  const items = besideItems(beside);
  const shown = (kind: BesideItem['kind']): Line[] =>
    items
      .filter((item) => item.kind === kind)
      .flatMap((item) =>
        itemLines(item, { state, time, width, isSelected: isOne(item, selected) }),
      );
  const others = ticket.view.related.map((other): Line => {
    const left = [span(toSafe(` ${other.number} `), 'muted'), span(toSafe(other.subject))];
    const age = word(` ${time.length(state.now - other.updatedAt)} `, 'muted');
    return spread(left, [age], width);
  });
  return [
    ...checklistPane(state, width),
    ...boxLines(ticket.view.ticket, state.language),
    ...titled(w.articles, shown('article'), beside?.articles === null ? w.looking : w.nothing),
    ...(selected?.kind === 'article' && !state.composer ? keyLines(w) : []),
    [],
    ...titled(w.similar, shown('ticket'), beside?.similar === null ? w.looking : w.nothing),
    [],
    ...titled(w.customerTickets, others, '—'),
  ];
}

/** The boxes of the ticket: what of it is done, and what is not. */
function boxLines({ checklist = [] }: Ticket, language: Language): Line[] {
  if (checklist.length === 0) return [];
  const rows = checklist.map(({ text, doneAt }): Line => {
    const isDone = doneAt !== null;
    const box = word(isDone ? '   [x] ' : '   [ ] ', isDone ? 'good' : 'plain');
    return [box, span(toSafe(text), isDone ? 'muted' : 'plain')];
  });
  return [[word(` ${formsTexts(language).kind.boxesTitle}`, 'title')], ...rows, []];
}

/** What may help with the open ticket in one row, for windows without room beside it. */
export function besideLine(state: UiState, width: number): Line {
  const w = besideTexts(state.language);
  const list = checklistLine(state, width);
  if (list) return list;
  const beside = state.beside;
  const item = selectedBeside(beside);
  if (beside === null || item === null) return [word(` ${w.hintTitle}: ${w.looking}`, 'muted')];
  const all = besideItems(beside).length;
  const name = item.kind === 'article' ? item.article.title : solved(item.ticket, w);
  const left: Span[] = [
    word(` ${w.hintTitle} ${w.hintMore(beside.selected + 1, all)}: `, 'muted'),
    span(toSafe(name)),
  ];
  const keys = state.composer ? w.hintWriting : w.hintKeys;
  return spread(left, [word(` ${keys} `, 'muted')], width);
}

/** What stands beside the ticket that is open, and not beside the one before it. */
function besideOf({ beside, ticket }: UiState): Beside | null {
  return beside !== null && beside.ticketId === ticket?.view.ticket.id ? beside : null;
}

function titled(title: string, lines: readonly Line[], empty: string): Line[] {
  return [
    [word(` ${title}`, 'title')],
    ...(lines.length > 0 ? lines : [[word(`   ${empty}`, 'muted')]]),
  ];
}

function keyLines(w: BesideTexts): Line[] {
  return [w.keysUse, w.keysSay].map((keys): Line => [word(` ${keys}`, 'muted')]);
}

function isOne(item: BesideItem, selected: BesideItem | null): boolean {
  return keyOf(item) === (selected && keyOf(selected));
}

function keyOf(item: BesideItem): string {
  return item.kind === 'article' ? item.article.id : item.ticket.id;
}

interface ItemProps {
  readonly state: UiState;
  readonly time: TimeText;
  readonly width: number;
  readonly isSelected: boolean;
}

/** A row that names it and a dim one that says why it is here. */
function itemLines(item: BesideItem, { state, time, width, isSelected }: ItemProps): Line[] {
  const w = besideTexts(state.language);
  const bar = word(isSelected ? '▌' : ' ', 'key');
  const role = isSelected ? 'strong' : 'plain';
  if (item.kind === 'article') {
    const { article, by, words, marks } = item;
    const said = told.filter((kind) => marks.includes(kind)).map((kind) => ` ✓ ${w.marks[kind]} `);
    const why = span(toSafe(`   ${w.by[by](words.join(' '))}`), 'muted');
    const title = wrap(toSafe(article.title), width - 2).slice(0, TITLE_ROWS);
    return [
      ...title.map((row): Line => [bar, span(row, role)]),
      spread([why], [word(said.join(''), 'good')], width),
    ];
  }
  const { number, subject, solvedAt } = item.ticket;
  const age = word(` ${time.length(state.now - solvedAt)} `, 'muted');
  const name = [bar, span(toSafe(`${number} `), 'muted'), span(toSafe(subject), role)];
  const how = item.ticket.solution || w.noSolution;
  return [spread(name, [age], width), [span(toSafe(`   ${how}`), 'muted')]];
}

function solved(ticket: Extract<BesideItem, { kind: 'ticket' }>['ticket'], w: BesideTexts): string {
  return `${ticket.number} ${ticket.solution || w.noSolution}`;
}
