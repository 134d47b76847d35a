import type { FigureCase } from './figure-case.ts';

/** One of each thing that other systems tell; none of them is gathered yet. */
export interface SurveyAnswer {
  /** 1 to 5. */
  readonly mark: number;
  readonly isOfLaterLine: boolean;
}

/** Content customers: marks 4 and 5 of all answers. Of the department, never of a person. */
export function csatCase({ mark }: SurveyAnswer): FigureCase {
  return { of: null, k: mark >= 4 ? 1 : 0, n: 1 };
}

/** The mean mark of what the second line and those behind it solved. */
export function ratingCases({ mark, isOfLaterLine }: SurveyAnswer): readonly FigureCase[] {
  return isOfLaterLine ? [{ of: null, k: mark, n: 1 }] : [];
}

/** A point of a quality review: its mark from 0 to 1, or null where it does not apply. */
export interface ReviewPoint {
  readonly mark: number | null;
  readonly weight: number;
}

/** 0 to 100: marks by their weights; what does not apply counts on neither side. */
export function qualityCases(
  points: readonly ReviewPoint[],
  hasCriticalError: boolean,
): readonly FigureCase[] {
  const weights = points.reduce((sum, { mark, weight }) => sum + (mark === null ? 0 : weight), 0);
  if (weights === 0) return [];
  const marks = points.reduce((sum, { mark, weight }) => sum + (mark ?? 0) * weight, 0);
  return [{ of: null, k: hasCriticalError ? 0 : (100 * marks) / weights, n: 1 }];
}

/** Alerts for each person of a shift. */
export function alertLoadCase(alerts: number): FigureCase {
  return { of: null, k: alerts, n: 1 };
}

/** Noise of all alerts that somebody has judged. */
export function noiseCases(verdict: 'real' | 'noise' | null): readonly FigureCase[] {
  return verdict === null ? [] : [{ of: null, k: verdict === 'noise' ? 1 : 0, n: 1 }];
}

/** How long a provider took to repair; orders are counted by the same rule, without a name. */
export function durationCase(of: string | null, from: number, to: number): FigureCase {
  return { of, k: to - from, n: 1, business: null };
}

/** Calls that were picked up within 20 seconds, of all calls. */
export function serviceLevelCase(waitedMs: number, isPickedUp: boolean): FigureCase {
  return { of: null, k: isPickedUp && waitedMs < 20_000 ? 1 : 0, n: 1 };
}

/** Searches that led to an article, of all searches. */
export function searchCase(isUsed: boolean): FigureCase {
  return { of: null, k: isUsed ? 1 : 0, n: 1 };
}
