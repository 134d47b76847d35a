import { type Article, knownKind } from '../../domain/article.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import type { UiState } from '../model/ui-state.ts';

type Described = Pick<Article, 'kind' | 'line' | 'reviewBy' | 'minutes'>;

/** What an article is, for whom, and until when it was checked, the most telling first. */
export function articleDetail(article: Described, state: UiState): string[] {
  const t = tuiTexts(state.language);
  const parts = [kindName(article.kind, state), lineName(article.line, state)];
  if (article.reviewBy !== null) {
    const day = dayText(article.reviewBy, state);
    parts.push(isReviewDue(article, state) ? t.articleReviewDue(day) : t.articleReview(day));
  }
  if (article.minutes !== null) parts.push(t.articleMinutes(article.minutes));
  return parts;
}

/** A kind of articles in words; a word of an imported set stays as it is. */
export function kindName(kind: string, { language }: UiState): string {
  const known = knownKind(kind);
  return known === null ? kind : tuiTexts(language).articleKinds[known];
}

/** A line in words. */
export function lineName(line: string, { lineNames, language }: UiState): string {
  return lineNames.get(line)?.[language] ?? line;
}

/** Whether the day on which its owner wanted to look at it again has passed. */
export function isReviewDue({ reviewBy }: Pick<Article, 'reviewBy'>, state: UiState): boolean {
  return reviewBy !== null && Date.parse(reviewBy) < state.now;
}

/** A day as it is written here: `2026-11-18` or `18.11.2026`. */
export function dayText(day: string, { language }: UiState): string {
  return language === 'ru' ? day.split('-').reverse().join('.') : day;
}
