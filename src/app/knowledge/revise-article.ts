import { aboutOf } from '../../content/own-article.ts';
import type { RevisedText, RevisionCommand } from '../../domain/article-command.ts';
import { articleEntity } from '../../domain/article-event.ts';
import type { ArticleVersion } from '../../domain/article-record.ts';
import type { DecideArticleContext } from '../../domain/decide-review.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { ArticleKey, Revised } from '../../store/article/article-version-store.ts';
import { must } from '../../util/must.ts';
import type { Result } from '../../util/result.ts';
import { sha256 } from '../../util/sha256.ts';
import type { Desk } from '../desk/desk.ts';
import { articleOp } from './article-op.ts';
import { articleVersions } from './article-stores.ts';
import { deskDay } from './desk-day.ts';
import { liveText, textBelow } from './live-text.ts';

/** Decides and writes one command on the versions of an article. A refusal changes nothing. */
export function reviseArticle(
  desk: Desk,
  key: ArticleKey,
  command: RevisionCommand,
): Result<Revised, Refusal> {
  const op = articleOp(desk, articleEntity(key.id, key.lang), command);
  const file = textBelow(desk, key);
  const context: DecideArticleContext = {
    now: op.occurredAt,
    today: deskDay(desk),
    actor: desk.me,
    device: desk.device,
    opId: op.opId,
    entityId: op.entityId,
    // The people of a demo desk decide nothing at a real one.
    people: desk.people.persons().filter(({ isDemo }) => isDemo === desk.me.isDemo),
    file,
  };
  return articleVersions(desk).execute(key, op, context);
}

/** The version that a command was about. */
export function touchedVersion({ record, events }: Revised): ArticleVersion {
  const number = events.at(-1)?.fact.version;
  return must(
    record.versions.find(({ version }) => version === number),
    'version of a decided command',
  );
}

/** A text that was written over what readers see now. */
export function overLive(desk: Desk, key: ArticleKey, text: string): RevisedText {
  return {
    text,
    hash: sha256(text),
    about: aboutOf(key, text),
    baseVersion: liveText(desk, key)?.version ?? null,
    baseHash: textBelow(desk, key)?.hash ?? null,
  };
}
