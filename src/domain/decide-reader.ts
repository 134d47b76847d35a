import { unreachable } from '../util/must.ts';
import { ok, type Result } from '../util/result.ts';
import type { ArticleMark, OpinionCommand, SearchCommand } from './article-command.ts';
import { type ArticleEvent, type EventOrigin, type ReaderFact, toEvents } from './article-event.ts';
import type { Person } from './person.ts';
import { type Refusal, refuse } from './refusal.ts';

/** What one reader has said of an article, and whether a question is open. */
export interface ReaderState {
  readonly marks: readonly { readonly kind: ArticleMark; readonly ticketId: string | null }[];
  readonly stars: number | null;
  readonly isFavourite: boolean;
  /** The question of the command was asked before and nobody has answered it since. */
  readonly isAsked: boolean;
}

/** Where a reader's command comes from. */
export interface DecideReaderContext extends EventOrigin {
  readonly actor: Person;
}

const MOST_STARS = 5;

/** Decides what a reader says of an article or asks of the base. */
export function decideReader(
  command: OpinionCommand | SearchCommand,
  state: ReaderState,
  context: DecideReaderContext,
): Result<readonly ArticleEvent<ReaderFact>[], Refusal> {
  const fact = decideFact(command, state, context.actor);
  return fact.ok ? ok(toEvents([fact.value], context)) : fact;
}

function decideFact(
  command: OpinionCommand | SearchCommand,
  state: ReaderState,
  actor: Person,
): Result<ReaderFact, Refusal> {
  // A question that found nothing is worth knowing whoever asked it.
  if (actor.role === 'read-only' && command.type !== 'log-search') return refuse('role-reads-only');
  switch (command.type) {
    case 'mark':
      return decideMark(command, state);
    case 'rate': {
      const { stars } = command;
      if (!Number.isInteger(stars) || stars < 1 || stars > MOST_STARS) return refuse('stars-wrong');
      return state.stars === stars
        ? refuse('nothing-to-change')
        : ok({ type: 'article-rated', stars });
    }
    case 'favourite':
    case 'unfavourite': {
      const isFavourite = command.type === 'favourite';
      if (state.isFavourite === isFavourite) return refuse('nothing-to-change');
      return ok({ type: 'article-favoured', isFavourite });
    }
    case 'log-search': {
      const { type: _, ...search } = command;
      if (search.query.trim() === '') return refuse('text-missing');
      return ok({ type: 'search-lost', ...search });
    }
    case 'settle-search':
      return state.isAsked ? ok({ type: 'search-settled' }) : refuse('nothing-to-settle');
    default:
      return unreachable(command);
  }
}

function decideMark(
  { type: _, ...mark }: Extract<OpinionCommand, { type: 'mark' }>,
  { marks }: ReaderState,
): Result<ReaderFact, Refusal> {
  const isKnown = marks.some(({ kind, ticketId }) => {
    return kind === mark.kind && ticketId === mark.ticketId;
  });
  return isKnown ? refuse('already-marked') : ok({ type: 'article-marked', ...mark });
}
