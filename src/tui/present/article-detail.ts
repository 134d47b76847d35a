import { type Article, knownKind } from '../../domain/article.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import type { UiState } from '../model/ui-state.ts';

/** What an article is, for whom, and until when it was checked, the most telling first. */
export function articleDetail(article: Article, state: UiState): string[] {
  const t = tuiTexts(state.language);
  const line = state.lineNames.get(article.line)?.[state.language] ?? article.line;
  const kind = knownKind(article.kind);
  const parts = [kind === null ? article.kind : t.articleKinds[kind], line];
  if (article.reviewBy !== null) {
    const day = dayText(article.reviewBy, state);
    parts.push(isReviewDue(article, state) ? t.articleReviewDue(day) : t.articleReview(day));
  }
  if (article.minutes !== null) parts.push(t.articleMinutes(article.minutes));
  return parts;
}

/** Whether the day on which its owner wanted to look at it again has passed. */
export function isReviewDue({ reviewBy }: Article, state: UiState): boolean {
  return reviewBy !== null && Date.parse(reviewBy) < state.now;
}

function dayText(day: string, { language }: UiState): string {
  return language === 'ru' ? day.split('-').reverse().join('.') : day;
}
