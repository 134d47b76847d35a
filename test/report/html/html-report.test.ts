import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlKpi } from '../../../src/report/html/html-kpi.ts';
import { htmlLetter } from '../../../src/report/html/html-letter.ts';
import { htmlPage } from '../../../src/report/html/html-page.ts';
import { htmlReport } from '../../../src/report/html/html-report.ts';
import { htmlView } from '../../../src/report/html/html-view.ts';
import { reportView } from '../../../src/report/report-view.ts';
import { reportWords } from '../../../src/report/report-words.ts';
import { elementsOf, markupProblems } from '../../support/markup.ts';
import { HOSTILE_TEXTS } from '../../util/hostile-texts.ts';
import {
  hostileReport,
  sampleFigure,
  sampleRed,
  sampleReport,
  sampleTicket,
} from './sample-shift-report.ts';

const noCharts = { flow: [], ages: [], deadlines: [], heat: [], trend: [] };
const languages = ['ru', 'en'] as const;

describe('a report as a page', () => {
  test.each(languages)('says in %s what it is, in sound markup', (language) => {
    const page = htmlReport(sampleReport(), language);
    expect(markupProblems(page)).toEqual([]);
    expect(elementsOf(page, 'html')[0]?.get('lang')).toBe(language);
    expect(elementsOf(page, 'h1')).toHaveLength(1);
    for (const head of elementsOf(page, 'th')) expect(head.get('scope')).toMatch(/^(?:col|row)$/);
  });

  test('allows nothing to run and nothing to be fetched', () => {
    const page = htmlReport(hostileReport(), 'ru');
    const policies = elementsOf(page, 'meta').map((meta) => meta.get('content'));
    expect(policies).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    expect(page).not.toMatch(/<(?:script|img|iframe|link|object|a)\b/);
    expect(page.match(/(?:https?:)?\/\/[^\s"<]+/g)).toEqual(
      Array(elementsOf(page, 'svg').length).fill('http://www.w3.org/2000/svg'),
    );
  });

  test('whatever is written, it stays text', () => {
    const texts = fc.constantFrom(...HOSTILE_TEXTS.map(({ text }) => text));
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
        const red = [sampleRed(1, { subject: text, nextAction: text, customer: text })];
        const page = htmlReport(sampleReport({ red, how: text, rest: [], charts: noCharts }), 'ru');
        expect(markupProblems(page)).toEqual([]);
        expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
      }),
      { numRuns: 60 },
    );
  });

  test('a section without anything says so beside its title', () => {
    const page = htmlReport(sampleReport({ red: [], promises: [] }), 'ru');
    expect(page).toMatch(/<section id="promises" class="empty"><h2>[^<]+<\/h2><p>нет<\/p>/);
  });

  test('a figure is k of n; its share, interval, what is usual and what it means open below', () => {
    const page = htmlReport(sampleReport(), 'ru');
    const [, said] = /44 из 47[\s\S]*?<\/summary>\n(.*)<\/details>/.exec(page) ?? [];
    expect(said).toMatch(/^<p>93,6.*83–98/);
    expect(said).toMatch(/91\s%–98\s%/);
    expect(said).toMatch(/<p>[^<]{20,}<\/p><p>[^<]+<\/p><p>[^<]+<\/p>$/);
  });

  test('every chart has its numbers in a table below', () => {
    const page = htmlReport(sampleReport(), 'ru');
    const charts = elementsOf(page, 'figure').length;
    expect(charts).toBe(5);
    expect(page.split('<summary>в числах</summary>')).toHaveLength(charts + 1);
  });

  test('a shift of ten thousand tickets is still a page', () => {
    const subject = 'VPN рвётся каждые десять минут '.repeat(10);
    const rest = Array.from({ length: 200 }, (_, n) => ({
      ...sampleTicket(n, { subject }),
      ...{ promisedAt: null, newOwner: null },
    }));
    const red = Array.from({ length: 100 }, (_, n) => sampleRed(n));
    const report = sampleReport({ rest, red, cut: { rest: 10_000, red: 412 } });
    const page = htmlReport(report, 'ru');
    expect(Buffer.byteLength(page)).toBeLessThan(300_000);
    expect(page).toContain('10000');
  });

  test('what has no room is left out of the longest lists, of what is red the last, and it says so', () => {
    const subject = '<&"'.repeat(40);
    const red = Array.from({ length: 100 }, (_, n) => sampleRed(n, { nextAction: subject }));
    const dragging = Array.from({ length: 200 }, (_, n) => {
      return { ...sampleTicket(n, { subject }), since: 0 };
    });
    const breached = dragging.map((one) => ({ ...one, target: 'resolve', dueAt: 0 }));
    const page = htmlReport(sampleReport({ red, dragging, breached }), 'ru');
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(300_000);
    expect(page).toContain('показано 100 из 200');
    expect(page).not.toContain('из 100<');
  });

  test('names in one line what there is nothing to count of, and what there is nothing to draw of', () => {
    const none = { percent: null, interval: null, before: null, trend: null };
    const figures = [
      sampleFigure(),
      sampleFigure({ of: 'resolve', numerator: 3, denominator: 4, ...none }),
      sampleFigure({ code: 'fcr', numerator: 0, denominator: 0, ...none }),
    ];
    const page = htmlReport(sampleReport({ figures }), 'ru');
    expect(page).toContain(
      '<p class="note">Считать пока не из чего: решено с первого обращения</p>',
    );
    expect(page).not.toContain('<b>—</b>');
    expect(page).toContain('<summary><span>решение</span> <span><b>3 из 4</b>');
    expect(page).toContain('показать нечего: Ремонт у поставщиков');
  });

  test('an empty shift has no charts, and says so', () => {
    const page = htmlReport(
      sampleReport({ charts: noCharts, figures: [], red: [], rest: [] }),
      'en',
    );
    expect(markupProblems(page)).toEqual([]);
    expect(page).toMatch(/<section id="charts" class="empty"><h2>Charts<\/h2><p>none<\/p>/);
  });
});

describe('other documents', () => {
  test.each(languages)('figures of a period are a page of their own in %s', (language) => {
    const report = sampleReport();
    const page = htmlKpi(
      {
        title: '<b>',
        header: ['1–30'],
        figures: [sampleFigure(), sampleFigure({ of: 'resolve' })],
      },
      reportWords(report, language),
    );
    expect(markupProblems(page)).toEqual([]);
    expect(page).toContain('&lt;b&gt;');
    expect(elementsOf(page, 'svg')).toHaveLength(1);
  });

  test('lists and tables without figures are a page, too', () => {
    const report = hostileReport();
    const body = htmlView(reportView(report, reportWords(report, 'ru')), 'нет');
    const page = htmlPage({ title: 'Итоги', lang: 'ru', body });
    expect(markupProblems(page)).toEqual([]);
  });

  test('a letter has words and tables, no style of a page and no picture', () => {
    const report = hostileReport();
    const letter = htmlLetter(reportView(report, reportWords(report, 'ru')), 'нет', 'ru');
    expect(markupProblems(letter)).toEqual([]);
    expect(letter).not.toMatch(/<(?:style|svg|img|script|a)\b/);
    expect(letter).toContain('SM-1001');
  });
});
