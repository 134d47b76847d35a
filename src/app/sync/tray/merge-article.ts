import { articleOfEntity } from '../../../domain/article-event.ts';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import { type Discrepancy, TrayStore } from '../../../store/sync/tray-store.ts';
import { ok, type Result } from '../../../util/result.ts';
import type { Desk } from '../../desk/desk.ts';
import { articleVersions } from '../../knowledge/article-stores.ts';
import { liveText, textBelow } from '../../knowledge/live-text.ts';
import { type SavedArticle, saveArticle } from '../../knowledge/save-article.ts';
import { hasConflicts, type MergedText, type MergeLabels, mergeTexts } from './merge-texts.ts';
import { settleItem } from './settle-item.ts';

/** Two versions of an article put together, to be looked over in the editor. */
export interface ArticleMerge extends MergedText {
  /** The published version that mine was put together with; null for a file. */
  readonly baseVersion: number | null;
}

/** Puts my text and the one that was published meanwhile together. Changes nothing. */
export function previewMerge(
  desk: Desk,
  id: string,
  labels: MergeLabels,
): Result<ArticleMerge, Refusal> {
  const found = new TrayStore(desk.store.sql).byId(id);
  const key = found && articleOfEntity(found.entityId);
  if (!found || !key || found.kind !== 'stale-article') return refuse('discrepancy-not-so');
  const live = liveText(desk, key);
  const sides = { mine: found.text, theirs: live?.text ?? '' };
  const merged = mergeTexts(textBegunOver(desk, found), sides, labels);
  return ok({ ...merged, baseVersion: live?.version ?? null });
}

/** The text that mine was written over: without it every difference would be a conflict. */
function textBegunOver(desk: Desk, { entityId, mine }: Discrepancy): string {
  const key = articleOfEntity(entityId);
  if (!key || mine?.type !== 'save-draft') return '';
  const { baseVersion } = mine;
  if (baseVersion === null) return textBelow(desk, key)?.text ?? '';
  return articleVersions(desk).text(key.id, key.lang, baseVersion) ?? '';
}

/** Keeps the text that was put together as a new version over what readers see. */
export function saveMerge(
  desk: Desk,
  id: string,
  { text, baseVersion }: Pick<ArticleMerge, 'text' | 'baseVersion'>,
): Result<SavedArticle, Refusal> {
  if (hasConflicts(text)) return refuse('merge-undecided');
  return settleItem(desk, { id, by: 'merge', how: 'merged' }, ({ entityId, mine }) => {
    const key = articleOfEntity(entityId);
    if (!key) return refuse('no-such-article');
    const note = mine?.type === 'save-draft' ? mine.note : '';
    return saveArticle(desk, key, { text, baseVersion, note });
  });
}
