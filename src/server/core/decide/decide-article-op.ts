import type {
  ArticleCommand,
  OpinionCommand,
  RevisionCommand,
  SearchCommand,
} from '../../../domain/article-command.ts';
import type { ArticleEvent } from '../../../domain/article-event.ts';
import { type ArticleRecord, emptyRecord } from '../../../domain/article-record.ts';
import { decideArticle } from '../../../domain/decide-article.ts';
import type { DecideArticleContext } from '../../../domain/decide-review.ts';
import { dayIn } from '../../../domain/desk-day.ts';
import { evolveArticle } from '../../../domain/evolve-article.ts';
import { DESK_SPACE } from '../../../domain/space.ts';
import { sha256 } from '../../../util/sha256.ts';
import type { ArticleName, ServerRules } from '../server-rules.ts';
import type { BatchState } from '../state/batch-state.ts';
import { decideReaderOp } from './decide-reader-op.ts';
import { type AskedOp, type Change, type Outcome, refusedBlindly, refusedFor } from './outcome.ts';

const NAME = /^article\/([a-z0-9][a-z0-9._-]{0,199})\.([a-z]{2})$/i;

/** Decides a command on an article: its versions, or what a reader says of it. */
export function decideArticleOp(asked: AskedOp, state: BatchState, rules: ServerRules): Outcome {
  const { op } = asked;
  // The dispatch is by the type of the entity; the shape of the payload was checked before.
  const command = op.payload as ArticleCommand;
  if (isReaders(command)) return decideReaderOp(asked, command, state);
  const found = NAME.exec(op.entityId);
  const [, id = '', lang = ''] = found ?? [];
  if (found === null) return refusedBlindly('op-unreadable');
  return decideRevision(asked, readAgain(command, { id, lang }, rules), state, {
    name: { id, lang },
    rules,
  });
}

function decideRevision(
  asked: AskedOp,
  command: RevisionCommand,
  state: BatchState,
  { name, rules }: { readonly name: ArticleName; readonly rules: ServerRules },
): Outcome {
  const { op, actor, device, occurredAt: now } = asked;
  const { config, people } = state.desk;
  const record = state.state('article', op.entityId) ?? emptyRecord;
  const decided = decideArticle(command, record, {
    ...{ now, actor, device, opId: op.opId, entityId: op.entityId },
    today: dayIn(config.timeZone, now),
    people: [...people.values()],
    file: fileBelow(command, record, rules.shippedArticle(name)),
  });
  if (!decided.ok) return refusedFor({ type: 'article', id: op.entityId }, decided.problem);
  const events = decided.value;
  const after = events.reduce<ArticleRecord>(evolveArticle, record);
  return { ok: true, value: { rows: [rowOf(events)], changes: [changeOf(op.entityId, after)] } };
}

function rowOf(events: readonly ArticleEvent[]) {
  return { space: DESK_SPACE, body: { kind: 'article', events }, tickets: [] } as const;
}

function changeOf(id: string, state: ArticleRecord): Change {
  return { type: 'article', id, space: DESK_SPACE, state };
}

/** What a text says of itself is read from the text, not from whoever sends it. */
function readAgain(
  command: RevisionCommand,
  name: ArticleName,
  rules: ServerRules,
): RevisionCommand {
  if (!('text' in command)) return command;
  return { ...command, hash: sha256(command.text), about: rules.aboutOf(name, command.text) };
}

/**
 * The file that readers see while nothing is written here. Files of single workstations are unknown
 * to the server: it takes the text that somebody began over for the one that is read.
 */
function fileBelow(
  command: RevisionCommand,
  record: ArticleRecord,
  shipped: DecideArticleContext['file'],
): DecideArticleContext['file'] {
  const text =
    'text' in command ? command : record.versions.findLast((v) => v.state === 'in-review');
  const hash = text?.baseHash ?? shipped?.hash ?? null;
  return hash === null ? null : { about: shipped?.about ?? null, hash };
}

function isReaders(command: ArticleCommand): command is OpinionCommand | SearchCommand {
  switch (command.type) {
    case 'mark':
    case 'rate':
    case 'favourite':
    case 'unfavourite':
    case 'log-search':
    case 'settle-search':
      return true;
    default:
      return false;
  }
}
