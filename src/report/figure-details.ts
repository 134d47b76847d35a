import { definitionOf } from '../domain/figure/definitions.ts';
import type { DurationStats, Figure, FigureCode } from '../domain/figure/figure.ts';
import { chartsTexts } from '../i18n/charts-texts.ts';
import { figureTexts } from '../i18n/figure-texts.ts';
import { numberText } from './chart/chart-numbers.ts';
import { lengthText } from './figure-text.ts';
import type { ReportWords } from './report-words.ts';

/** What stands behind a figure, each in a few words: share and interval, working time, what is usual. */
export function figureDetails(figure: Figure, words: ReportWords): readonly string[] {
  const { columns, range, incomplete } = figureTexts(words.language);
  const { duration, business, before, target, isIncomplete } = figure;
  const said = (value: number) => valueText(figure, value, words);
  return [
    ...shareText(figure, words),
    ...(duration === null ? [] : [spreadText(duration, words)]),
    ...(business === null ? [] : [`${columns.business}: ${medianText(business, words)}`]),
    ...(before === null
      ? []
      : [`${columns.usual}: ${range(said(before.low), said(before.high), before.n)}`]),
    ...(target === null ? [] : [`${columns.target}: ${said(target)}`]),
    ...(isIncomplete ? [incomplete] : []),
  ];
}

/** What is counted; where one number is divided by another, which ones. */
export function figureMeaning(code: FigureCode, { language }: ReportWords): readonly string[] {
  const { codes, above, below } = figureTexts(language);
  const words = codes[code];
  const isDivided = ['share', 'mean'].includes(definitionOf(code).kind);
  return [words.meaning, ...(isDivided ? [above(words.above), below(words.below)] : [])];
}

function shareText({ percent, interval }: Figure, { language }: ReportWords): readonly string[] {
  if (percent === null) return [];
  const texts = figureTexts(language);
  const said = numberText(percent, chartsTexts(language));
  return [interval === null ? texts.percent(said) : texts.interval(said, ...interval)];
}

function spreadText({ values, max }: DurationStats, words: ReportWords): string {
  const texts = figureTexts(words.language);
  const length = (ms: number) => lengthText(ms, words);
  return values === null ? texts.longest(length(max)) : texts.values(values.map(length).join(', '));
}

function medianText({ median, p90 }: DurationStats, words: ReportWords): string {
  const length = (ms: number) => lengthText(ms, words);
  const { medianOf } = figureTexts(words.language);
  return medianOf(length(median), p90 === null ? null : length(p90));
}

/** A value of a figure's kind: of its band, of its target. */
function valueText({ kind, code }: Figure, value: number, words: ReportWords): string {
  if (kind === 'duration' || definitionOf(code).unit === 'time') return lengthText(value, words);
  const text = numberText(value, chartsTexts(words.language));
  return kind === 'share' ? figureTexts(words.language).percent(text) : text;
}
