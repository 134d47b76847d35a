import type { OpinionCommand, SearchCommand } from '../../../domain/article-command.ts';
import type { ReaderFact } from '../../../domain/article-event.ts';
import { archivedVersion, emptyRecord, publishedVersion } from '../../../domain/article-record.ts';
import { decideReader, type ReaderState } from '../../../domain/decide-reader.ts';
import { DESK_SPACE } from '../../../domain/space.ts';
import type { BatchState } from '../state/batch-state.ts';
import type { ReaderFacts } from '../state/entity-states.ts';
import { type AskedOp, type Outcome, refusedFor } from './outcome.ts';

const nothingSaid: ReaderFacts = { marks: [], stars: null, isFavourite: false, isAsked: false };

/** Decides what a reader says of an article, or asks of the base and does not find. */
export function decideReaderOp(
  asked: AskedOp,
  command: OpinionCommand | SearchCommand,
  state: BatchState,
): Outcome {
  const { op, actor, device, occurredAt: now } = asked;
  const { opId, entityId } = op;
  const isQuestion = command.type === 'log-search' || command.type === 'settle-search';
  // A question is everybody's, an opinion is one person's.
  const id = isQuestion ? entityId : `${entityId}/${actor.id}`;
  const known = state.state('reader', id) ?? nothingSaid;
  const version = isQuestion ? null : textVersion(entityId, state);
  const context = { now, actor, device, opId, entityId };
  const decided = decideReader(command, readerState(known, version), context);
  if (!decided.ok) return refusedFor({ type: 'article', id: entityId }, decided.problem);
  const events = decided.value;
  const facts = events.reduce((said, { fact }) => evolveReader(said, fact, version), known);
  const row = { space: DESK_SPACE, body: { kind: 'article', events }, tickets: [] } as const;
  const change = { type: 'reader', id, space: DESK_SPACE, state: facts } as const;
  return { ok: true, value: { rows: [row], changes: [change] } };
}

/** The version that readers see; a new one answers whoever called the old one outdated. */
function textVersion(entityId: string, state: BatchState): number | null {
  const record = state.state('article', entityId) ?? emptyRecord;
  return (publishedVersion(record) ?? archivedVersion(record))?.version ?? null;
}

function readerState({ marks, ...others }: ReaderFacts, version: number | null): ReaderState {
  const open = marks.filter(({ kind, ofVersion }) => kind !== 'outdated' || ofVersion === version);
  return { ...others, marks: open };
}

function evolveReader(said: ReaderFacts, fact: ReaderFact, version: number | null): ReaderFacts {
  switch (fact.type) {
    case 'article-marked': {
      const { kind, ticketId } = fact;
      return { ...said, marks: [...said.marks, { kind, ticketId, ofVersion: version }] };
    }
    case 'article-rated':
      return { ...said, stars: fact.stars };
    case 'article-favoured':
      return { ...said, isFavourite: fact.isFavourite };
    case 'search-lost':
      return { ...said, isAsked: true };
    case 'search-settled':
      return { ...said, isAsked: false };
  }
}
