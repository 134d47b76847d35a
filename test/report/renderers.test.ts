import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordCutter } from '../../src/intake/csv/csv-record.ts';
import { toCsv } from '../../src/report/csv.ts';
import { reportJson } from '../../src/report/report-json.ts';
import { reportTables } from '../../src/report/report-tables.ts';
import { drawnView, reportView, shortView } from '../../src/report/report-view.ts';
import { reportWords } from '../../src/report/report-words.ts';
import { toEmail } from '../../src/report/to-email.ts';
import { toMarkdown } from '../../src/report/to-markdown.ts';
import { toPlainText } from '../../src/report/to-plain-text.ts';
import type { ReportBlock, ReportView } from '../../src/report/view.ts';
import { textWidth } from '../../src/util/text-width.ts';
import { showControls } from '../../src/util/to-safe.ts';
import { quietReport } from '../support/any-shift-command.ts';
import { bidiAndControls } from '../support/hostile-marks.ts';
import { HOSTILE_TEXTS } from '../util/hostile-texts.ts';
import { sampleFigure, sampleRed, sampleReport } from './html/sample-shift-report.ts';

const report = sampleReport();
const words = reportWords(report, 'ru');
const english = reportWords(report, 'en');
const records = (csv: string) => {
  const cutter = new RecordCutter(',', 1);
  return [...cutter.push(csv.replaceAll('\r\n', '\n')), ...cutter.end()].map(
    ({ fields }) => fields,
  );
};

describe('the first screen of a report', () => {
  it('says in 24 rows who, how much, what is red and what was promised', () => {
    const red = Array.from({ length: 9 }, (_, n) => sampleRed(n));
    for (const own of [words, english]) {
      const view = reportView({ ...report, red }, own);
      const { title, header, parts } = view;
      const first = { title, header, parts: parts.slice(0, 1) };
      for (const text of [toMarkdown(first, own.t.none), toPlainText(first, own.t.none)]) {
        expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(24);
      }
      expect(toPlainText(first, own.t.none)).toContain(own.t.more(5));
    }
  });

  it('is followed by the sections in the order in which a shift is taken over', () => {
    const codes = reportView(report, words).parts.map(({ code }) => code);
    expect(codes).toEqual([
      ...['brief', 'red', 'promises', 'waiting', 'watch', 'works', 'incidents', 'figures'],
      ...['volume', 'topics', 'breached', 'escalations', 'returned', 'dragging', 'how'],
      ...['attention', 'people', 'spent', 'knowledge', 'items', 'rest', 'signOff'],
    ]);
  });
});

describe('a report without anything in it', () => {
  it('says so under every heading, in both languages', () => {
    for (const language of ['ru', 'en'] as const) {
      const quiet = { ...quietReport, how: '' };
      const own = reportWords(quiet, language);
      const text = toMarkdown(drawnView(quiet, own), own.t.none);
      for (const code of ['red', 'promises', 'watch', 'how', 'dragging', 'rest'] as const) {
        expect(text).toContain(`## ${own.t.sections[code]}\n\n${own.t.none}\n`);
      }
      expect(text).not.toMatch(/NaN|undefined|null|\[object/);
    }
  });
});

describe('Markdown of a report', () => {
  it('tells a red ticket with what is to be done about it, and shares only as k of n', () => {
    const text = toMarkdown(reportView({ ...report, red: [sampleRed(1)] }, words), 'нет');
    expect(text).toContain('- SM-1001 P2 После смены пароля не пускает в VPN · Демо-Банк');
    expect(text).toContain('  - Дальше: Позвонить в банк и проверить журнал шлюза');
    expect(text).toContain('  - Если изменится: Если ошибка 691');
    expect(text).toContain('44 из 47');
    expect(text).not.toContain('93,6');
    expect(text).not.toMatch(/\d ?%/);
  });

  it('leaves what people typed a text: no mark, link, tag, table or heading comes of it', () => {
    const hostile = '# x\n| a | [b](http://c) <script> `d` *e*';
    const own = { ...report, how: hostile, red: [sampleRed(1, { subject: hostile })] };
    const text = toMarkdown(reportView(own, words), 'нет');
    expect(text).not.toMatch(/(?<!\\)[<`]/);
    expect(text).not.toMatch(/(?<!\\)\[b/);
    expect(text).not.toMatch(/^# x/m);
    expect(text.match(/^# /gm)).toHaveLength(1);
  });

  it('leaves a line of a list a line, whatever it begins with', () => {
    const view = { title: 'x', header: ['# a'], parts: [] };
    const items = [{ head: '# b', notes: ['- c', '1. ~~d~~'] }];
    const part = { code: 'x', title: 'y', shown: '', blocks: [{ type: 'items', items } as const] };
    const text = toMarkdown({ ...view, parts: [part] }, 'нет');
    expect(text).toBe('# x\n\n- \\# a\n\n## y\n\n- \\# b\n  - \\- c\n  - 1\\. \\~\\~d\\~\\~\n');
  });
});

describe('figures of a report', () => {
  it('are named in one line where there is nothing to count, a part only without its whole', () => {
    const none = { numerator: 0, denominator: 0, percent: null, interval: null, trend: null };
    const figures = [
      sampleFigure({ code: 'requests', kind: 'count', numerator: 3, trend: null }),
      sampleFigure({ ...none }),
      sampleFigure({ ...none, of: 'resolve' }),
      sampleFigure({ ...none, code: 'solved-by-line', of: '2' }),
    ];
    for (const text of [
      toMarkdown(drawnView({ ...report, figures }, words), 'нет'),
      toPlainText(drawnView({ ...report, figures }, words), 'нет'),
    ]) {
      const section = /Показатели\n[^#]*?(?=##|\n\n[А-Я])/is.exec(text)?.[0] ?? '';
      expect(section.trim().split(/\n+/).slice(1).join(' ')).toBe(
        '- Поступило обращений: 3 - Считать пока не из чего: сроки соблюдены, решено линией (2)',
      );
      expect(section).not.toContain('—');
    }
  });

  it('keep their charts; those with nothing to show are named', () => {
    const charts = { ...report.charts, flow: [], trend: [] };
    const view = drawnView({ ...report, charts }, words);
    const part = view.parts.find(({ code }) => code === 'charts');
    expect(part?.blocks).toHaveLength(3);
    expect(part?.shown).toContain('Поступило и решено по часам; Сроки соблюдены: две недели');
  });

  it('say of every list that was cut how much of it is shown', () => {
    const cut = { items: 900, incidents: 40, works: 60, red: 412 };
    const { parts } = reportView({ ...report, cut }, words);
    for (const code of Object.keys(cut)) {
      expect(parts.find((part) => part.code === code)?.shown).toMatch(/^показано \d+ из \d+$/);
    }
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.constantFrom(...HOSTILE_TEXTS.map(({ text }) => text)),
  fc.constant('ы'.repeat(500)),
);
const anyBlock: fc.Arbitrary<ReportBlock> = fc.oneof(
  fc.array(anyText, { maxLength: 3 }).map((lines) => ({ type: 'lines', lines }) as const),
  fc
    .array(fc.record({ head: anyText, notes: fc.array(anyText, { maxLength: 2 }) }))
    .map((items) => ({ type: 'items', items }) as const),
  fc.tuple(anyText, anyText, anyText, anyText, anyText, anyText).map((row) => {
    return { type: 'table', columns: row, rows: [row, row] } as const;
  }),
  anyText.map((text) => ({ type: 'prose', text }) as const),
);
const anyView: fc.Arbitrary<ReportView> = fc.record({
  title: anyText,
  header: fc.array(anyText, { maxLength: 3 }),
  parts: fc.array(
    fc.record({
      code: fc.constant('x'),
      title: anyText,
      blocks: fc.array(anyBlock, { maxLength: 3 }),
      shown: anyText,
    }),
    { maxLength: 3 },
  ),
});

describe('plain text of a report', () => {
  it('is never wider than 80 columns and never moves a terminal', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const text = toPlainText(view, 'нет');
        for (const line of text.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(80);
        expect(bidiAndControls(text)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every word that somebody wrote by hand', () => {
    const how = 'Спокойно.\nК 15:00 подняли VPN, спасибо Олегу.';
    const text = toPlainText(drawnView({ ...report, how }, words), 'нет');
    expect(text).toContain('Спокойно.\nК 15:00 подняли VPN, спасибо Олегу.\n');
  });

  it('has a short form of what is red, what was promised and the hand-written parts', () => {
    const view = shortView(report, words);
    expect(view.parts.map(({ code }) => code)).toEqual([
      ...['red', 'promises', 'how', 'attention', 'watch'],
    ]);
  });
});

describe('tables of a report', () => {
  it('come back as they were', () => {
    for (const { columns, rows } of reportTables(report)) {
      const [head, ...read] = records(toCsv(columns, rows));
      expect(head).toEqual(columns);
      expect(read).toHaveLength(rows.length);
      for (const row of read) expect(row).toHaveLength(columns.length);
    }
  });

  it('hold no formula, whatever a ticket is called', () => {
    const risky = ['=1+1', '+7 900', '-2', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1', '"=1', '-12'];
    const rows = records(
      toCsv(
        ['x'],
        risky.map((text) => [text]),
      ),
    );
    const cells = rows.slice(1).flat();
    expect(cells).toHaveLength(risky.length);
    for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+@＝]|^-(?!\d+$)/);
    expect(cells).toContain('-2');
  });

  it('give any text back, but for the mark before a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2 }), (row) => {
        const plain = row.map((text) => showControls(text).replace(/[\r\n]/g, ' '));
        const [, read = []] = records(
          toCsv(
            plain.map(() => 'c'),
            [plain],
          ),
        );
        expect(read.map((cell) => cell.replace(/^'(?=\s*[=+\-@＋－＝＠])/, ''))).toEqual(plain);
      }),
    );
  });
});

describe('JSON of a report', () => {
  it('has moments in UTC, names of people with ids, and counts of every figure', () => {
    const json = reportJson(report, 'ru') as Record<string, unknown> & {
      readonly figures: readonly Record<string, unknown>[];
      readonly red: readonly Record<string, unknown>[];
    };
    expect(json['startsAt']).toBe(new Date(report.startsAt).toISOString());
    for (const figure of json.figures) {
      expect(figure['numerator']).toBeTypeOf('number');
      expect(figure['denominator']).toBeTypeOf('number');
    }
    expect(json.red[0]).toHaveProperty('ownerId');
    expect(JSON.stringify(json)).not.toMatch(/"\w*At":\d/);
  });
});

describe('the letter of a report', () => {
  it('has both forms, and a subject that cannot become another header', () => {
    const subject = 'Смена «день»\r\nBcc: all@example.test';
    const letter = toEmail({ subject, text: 'да', html: '<p>да</p>', boundary: 'b' });
    const [head = ''] = letter.split('\r\n\r\n');
    expect(head).not.toMatch(/^Bcc/m);
    expect(letter).toContain('Content-Type: text/plain; charset=utf-8');
    expect(letter).toContain(Buffer.from('<p>да</p>').toString('base64'));
    expect(letter.split('\r\n').every((line) => line.length <= 78)).toBe(true);
  });
});
