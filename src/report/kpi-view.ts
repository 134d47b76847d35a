import type { Figure, FigureCode } from '../domain/figure/figure.ts';
import type { KpiReport } from '../domain/figure/kpi-report.ts';
import { figureTexts } from '../i18n/figure-texts.ts';
import { figureDetails, figureMeaning } from './figure-details.ts';
import { countedFigures, figureName, figureValue } from './figure-text.ts';
import type { ReportWords } from './report-words.ts';
import { entries } from './sections-now.ts';
import type { ReportView } from './view.ts';

/** The figures of a period as they are read; with what each of them means, where that is asked for. */
export function kpiView(
  report: KpiReport,
  words: ReportWords,
  hasDefinitions: boolean,
): ReportView {
  const texts = figureTexts(words.language);
  const { figures } = report;
  const { counted, uncounted } = countedFigures(figures, words);
  const codes = [...new Set(figures.map(({ code }) => code))];
  const items = codes.map((code) => definitionItem(code, words));
  return {
    title: kpiTitle(report, words),
    header: kpiHeader(report, words),
    parts: [
      {
        code: 'figures',
        title: texts.groups.figures,
        shown: '',
        blocks: entries([
          ...counted.map((figure) => itemOf(figure, words)),
          ...(uncounted === '' ? [] : [{ head: uncounted, notes: [] }]),
        ]),
      },
      ...(hasDefinitions
        ? [
            {
              ...{ code: 'definitions', title: texts.groups.definitions, shown: '' },
              blocks: entries([...items, { head: texts.howToRead, notes: [] }]),
            },
          ]
        : []),
    ],
  };
}

/** What the report is called: its period, the last day counted in; whole days without their hours. */
export function kpiTitle({ from, to }: KpiReport, { clock, language }: ReportWords): string {
  const texts = figureTexts(language);
  const isWhole = [from, to].every((at) => clock.time(at) === '00:00');
  const named = (at: number) => (isWhole ? clock.day(at) : dated(at, clock));
  const [first, last] = [named(from), named(to - 1)];
  return first === last ? texts.titleOfDay(first) : texts.title(first, last);
}

const dated = (at: number, { day, time }: ReportWords['clock']) => `${day(at)} ${time(at)}`;

/** What the report is of, and of when. */
export function kpiHeader(report: KpiReport, { clock, language }: ReportWords): readonly string[] {
  const texts = figureTexts(language);
  const { line, customer, asOf, timeZone } = report;
  return [
    ...(line ? [texts.line(line.name[language])] : []),
    ...(customer ? [texts.customer(customer.name)] : []),
    texts.asOf(dated(asOf, clock), timeZone),
  ];
}

function itemOf(figure: Figure, words: ReportWords) {
  const { trend } = figure;
  const isOutside = trend === 'better' || trend === 'worse';
  const notes = [...figureDetails(figure, words), ...(isOutside ? [words.t.figureOf[trend]] : [])];
  const head = `${figureName(figure, words)}: ${figureValue(figure, words)}`;
  return { head, notes: notes.length === 0 ? [] : [notes.join(' · ')] };
}

function definitionItem(code: FigureCode, words: ReportWords) {
  const { name } = figureTexts(words.language).codes[code];
  return { head: name, notes: figureMeaning(code, words) };
}
