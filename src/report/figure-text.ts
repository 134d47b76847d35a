import { definitionOf } from '../domain/figure/definitions.ts';
import type { DurationStats, Figure } from '../domain/figure/figure.ts';
import { chartsTexts } from '../i18n/charts-texts.ts';
import { figureTexts } from '../i18n/figure-texts.ts';
import { numberText } from './chart/chart-numbers.ts';
import { lookUp, type ReportWords } from './report-words.ts';

/** A figure in one line: k of n, or median and p90 of lengths; how it usually is. */
function figureText(figure: Figure, words: ReportWords): string {
  const { t } = words;
  const usual = figure.trend === null ? [] : [t.figureOf[figure.trend]];
  return [`${figureName(figure, words)}: ${figureValue(figure, words)}`, ...usual].join(' · ');
}

/** Figures that say something, and one line that names those with nothing to count; empty without any. */
export function countedFigures(
  figures: readonly Figure[],
  words: ReportWords,
): { readonly counted: readonly Figure[]; readonly uncounted: string } {
  const { empty, nothing } = words.t.figureOf;
  const isCounted = (figure: Figure) => figureValue(figure, words) !== empty;
  const without = figures.filter((figure) => !isCounted(figure));
  // The parts of a figure have nothing either when the whole has not.
  const wholes = new Set(without.flatMap(({ code, of }) => (of === null ? [code] : [])));
  const named = without.filter(({ code, of }) => of === null || !wholes.has(code));
  const names = named.map((figure) => inSentence(figureName(figure, words))).join(', ');
  return {
    counted: figures.filter(isCounted),
    uncounted: names === '' ? '' : nothing(names),
  };
}

/** Figures one a line, and the line of those with nothing to count. */
export function figureLines(figures: readonly Figure[], words: ReportWords): readonly string[] {
  const { counted, uncounted } = countedFigures(figures, words);
  const lines = counted.map((figure) => figureText(figure, words));
  return uncounted === '' ? lines : [...lines, uncounted];
}

/** A name that begins with a capital, amid others; an abbreviation keeps its own. */
function inSentence(name: string): string {
  return name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}

/** What a figure says: a share only as k of n, nothing where there was nothing to count. */
export function figureValue(figure: Figure, words: ReportWords): string {
  const { t } = words;
  const { kind, numerator, denominator, duration } = figure;
  if (kind === 'duration')
    return duration === null ? t.figureOf.empty : lengthsOf(duration, figure, words);
  if (kind === 'count') return String(numerator);
  if (denominator === 0) return t.figureOf.empty;
  const number = (value: number) => numberText(value, chartsTexts(words.language));
  if (kind === 'sum') return number(numerator);
  if (definitionOf(figure.code).unit === 'time') return lengthText(numerator / denominator, words);
  if (kind === 'mean') return number(numerator / denominator);
  return t.figureOf.count(numerator, denominator);
}

function lengthsOf(stats: DurationStats, { denominator }: Figure, words: ReportWords): string {
  const { t } = words;
  const median = lengthText(stats.median, words);
  return stats.p90 === null
    ? t.figureOf.median(median, denominator)
    : t.figureOf.medianP90(median, lengthText(stats.p90, words), denominator);
}

/** What a figure is called, and what it is of. */
export function figureName(figure: Figure, words: ReportWords): string {
  const { name } = figureTexts(words.language).codes[figure.code];
  return figure.of === null ? name : `${name} (${partName(figure, words)})`;
}

/** What a figure is of: a channel, a target, a sort of promise; a line and a currency say themselves. */
export function partName({ code, of }: Figure, words: ReportWords): string {
  if (of === null) return '';
  if (code === 'sla-met') return words.target(of);
  if (code === 'promises-kept') return lookUp(figureTexts(words.language).promises, of);
  return code === 'solved-by-line' || code === 'spend' ? of : words.channel(of);
}

const MINUTE_MS = 60_000;

/** A length to the minute, below a minute in seconds: `45 s`, `28 min`, `7 h 05 min`. */
export function lengthText(ms: number, { t, language }: ReportWords): string {
  if (ms < MINUTE_MS) return figureTexts(language).seconds(Math.round(ms / 1000));
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 60) return `${minutes} ${t.units.minute}`;
  const rest = String(minutes % 60).padStart(2, '0');
  return `${Math.floor(minutes / 60)} ${t.units.hour} ${rest} ${t.units.minute}`;
}
