import type { TicketView } from '../../app/ticket/show-ticket.ts';
import type { Checklists, ListedWork } from '../../app/wording/open-checklists.ts';
import type { ClosingStep, WrittenText } from '../../wording/closing-list.ts';
import type { ConflictList } from '../../wording/conflict-steps.ts';
import type { ComposerState, UiState } from './ui-state.ts';

/** What the lists beside the work rest on. */
export interface ChecklistState {
  /** Null until a ticket was opened. */
  readonly lists: Checklists | null;
  /** The closing list stands in one row: the person has sent enough clean closings. */
  readonly isFolded: boolean;
  /** The ticket from which an article was begun, as far as it was looked at. */
  readonly begunFrom: string | null;
}

/** The lists before a ticket was opened. */
export const noChecklists: ChecklistState = { lists: null, isFolded: false, begunFrom: null };

/** The steps for an angry customer of the ticket at work; null when there is none. */
export function conflictOf(state: UiState): ConflictList | null {
  return shownOf(state).conflict;
}

/** The steps of the text being written, when it closes or solves. */
export function closingOf(state: UiState): readonly ClosingStep[] | null {
  return shownOf(state).closing;
}

/** Whether a list stands beside the ticket at work: a row is kept for it. */
export function hasChecklist(state: UiState): boolean {
  return closingOf(state) !== null || conflictOf(state) !== null;
}

interface ShownLists {
  readonly conflict: ConflictList | null;
  readonly closing: readonly ClosingStep[] | null;
}

const noLists: ShownLists = { conflict: null, closing: null };
/** Every part of a frame asks: of one state the whole text is read once. */
const shown = new WeakMap<UiState, ShownLists>();

function shownOf(state: UiState): ShownLists {
  const { lists } = state.checklists;
  const known = shown.get(state);
  if (known) return known;
  const work = lists && workOf(state);
  const read = work
    ? { conflict: lists.conflict(work, state.now), closing: lists.closing(work) }
    : noLists;
  shown.set(state, read);
  return read;
}

function workOf(state: UiState): ListedWork | null {
  const view = viewOf(state);
  if (view === null) return null;
  const { composer, checklists, beside } = state;
  const ticketId = view.ticket.id;
  const articles = beside?.ticketId === ticketId ? (beside.articles ?? []) : [];
  const isUsed = articles.some(({ by, marks }) => {
    return by === 'link' || marks.includes('accepted') || marks.includes('helped');
  });
  return {
    view,
    written: composer?.ticketId === ticketId ? writtenOf(composer, state) : null,
    hasArticle: isUsed || checklists.begunFrom === ticketId,
  };
}

/** The ticket that is written to, else the open one. */
function viewOf({ composer, ticket, preview, tab }: UiState): TicketView | null {
  if (composer === null) return tab === 'ticket' ? (ticket?.view ?? null) : null;
  const known = [ticket?.view, preview];
  return known.find((view) => view?.ticket.id === composer.ticketId) ?? null;
}

function writtenOf(composer: ComposerState, { replies }: UiState): WrittenText {
  const { kind, history, status, promise, templateId } = composer;
  const template = replies.library?.templates.find(({ id }) => id === templateId);
  return {
    kind: kind === 'mass' ? 'reply' : kind,
    text: history.present.text,
    status,
    promisesTime: promise !== null,
    situation: template?.situation ?? null,
  };
}
