import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  oneLine,
  plainText,
  readReportText,
  type WrittenReport,
  writeReportText,
} from '../../../src/tui/model/shift-report-text.ts';

const keys = { next: 'дальше', 'if-then': 'если', owner: 'кому' } as const;

const report: WrittenReport = {
  intro: 'Пишите под заголовками',
  parts: [
    { id: 'how', heading: 'Как прошло', text: 'Ровно.' },
    { id: 'attention', heading: 'Обратить внимание', text: '' },
    { id: 'watch', heading: 'Под контролем', text: '— отставание базы до 22:00' },
  ],
  tickets: [
    {
      number: 'SM-7',
      about: 'VPN рвётся',
      lines: [
        { id: 'next:7', key: 'next', text: 'позвонить поставщику' },
        { id: 'if:7', key: 'if-then', text: '' },
        { id: 'owner:7', key: 'owner', text: 'Пётр' },
      ],
    },
  ],
  keys,
  fence: 'Ниже собрано само',
  compiled: '# Отчёт за смену\n\n## Как прошло\n\nРовно.\n\n| показатель | 19 из 20 |\n',
};

test('what nobody touched comes back as it was', () => {
  const { values, unread } = readReportText(writeReportText(report), report);
  expect(unread).toEqual([]);
  expect(Object.fromEntries(values)).toEqual({
    how: 'Ровно.',
    attention: '',
    watch: '— отставание базы до 22:00',
    'next:7': 'позвонить поставщику',
    'if:7': '',
    'owner:7': 'Пётр',
  });
});

test('lines may be written with their codes, in another order, with Windows line ends', () => {
  const text =
    '### SM-7\r\nowner: Анна\r\n\r\nnext: ждём до 14:30: потом звоним\r\n## Как прошло\r\nтихо\r\n';
  const { values, unread } = readReportText(text, report);
  expect(unread).toEqual([]);
  expect(Object.fromEntries(values)).toEqual({
    how: 'тихо',
    'owner:7': 'Анна',
    'next:7': 'ждём до 14:30: потом звоним',
  });
});

test('what means nothing is told with its line, and figures are not changed here', () => {
  const text = writeReportText(report)
    .replace('кому: Пётр', 'кому: Пётр\nкогда: завтра')
    .replace('19 из 20', '20 из 20');
  const { values, unread } = readReportText(text, report);
  expect(values.get('owner:7')).toBe('Пётр');
  expect(unread.map((one) => one.text)).toEqual(['когда: завтра', '| показатель | 20 из 20 |']);
  for (const { line, text: said } of unread) expect(text.split('\n')[line - 1]).toBe(said);
});

test('without the line between them the compiled part is not taken for a text', () => {
  const text = writeReportText({ ...report, tickets: [] }).replace(/<!-- Ниже.*-->\n/, '');
  const { values, unread } = readReportText(text, { ...report, tickets: [] });
  expect(values.get('watch')).toBe('— отставание базы до 22:00');
  expect(unread).toEqual([]);
});

test('whatever people write, the editor gives it back', () => {
  const nasty = fc.constantFrom('## Как прошло', '### SM-7', '<!-- x -->', 'next: a', '\\## b', '');
  const long = fc
    .array(fc.oneof(nasty, fc.string({ unit: 'grapheme' })), { maxLength: 6 })
    .map((lines) => lines.join('\n'));
  const short = fc.oneof(nasty, fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(long, long, fc.array(short, { minLength: 3, maxLength: 3 }), (how, watch, said) => {
      const written: WrittenReport = {
        ...report,
        parts: report.parts.map((part) => ({ ...part, text: part.id === 'how' ? how : watch })),
        tickets: report.tickets.map((ticket) => ({
          ...ticket,
          lines: ticket.lines.map((line, i) => ({ ...line, text: said[i] ?? '' })),
        })),
      };
      const { values, unread } = readReportText(writeReportText(written), written);
      expect(unread).toEqual([]);
      expect(values.get('how')).toBe(plainText(how));
      expect(values.get('watch')).toBe(plainText(watch));
      expect(['next:7', 'if:7', 'owner:7'].map((id) => values.get(id))).toEqual(said.map(oneLine));
    }),
  );
});
