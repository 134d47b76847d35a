import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileReport } from '../../../src/app/report/compile-report.ts';
import { currentShift } from '../../../src/app/shift/current-shift.ts';
import { executeShift } from '../../../src/app/shift/execute-shift.ts';
import { logItem } from '../../../src/app/shift/log-shift.ts';
import { openShift } from '../../../src/app/shift/open-shift.ts';
import { reportView } from '../../../src/report/report-view.ts';
import { reportWords } from '../../../src/report/report-words.ts';
import { toMarkdown } from '../../../src/report/to-markdown.ts';
import { hour, minute, openTestDesk, type TestDesk } from '../../support/desk.ts';

/** An ordinary shift: a till that does not print, a promise, a printer that came back, a log. */
function livesThrough(story: TestDesk): void {
  const { desk } = story;
  openShift(desk, {});
  const till = story.registers('Касса не печатает');
  story.does(till, { type: 'set-fields', fields: { priority: 'P1' } });
  story.does(till, { type: 'assign', personId: desk.me.id });
  story.does(till, { type: 'note', text: 'Ждём завод, позвонить им в 15:00.' });
  const dueAt = story.clock.now() + 90 * minute;
  const promise = {
    id: 'promise-1',
    kind: 'call-back',
    text: 'сказать, когда мастер',
    dueAt,
  } as const;
  story.does(till, { type: 'promise', promise });
  const printer = story.registers('Принтер <скрипит> | *громко*');
  story.does(printer, { type: 'set-status', status: 'waiting-customer', reason: '' });
  logItem(desk, { kind: 'remark', text: 'Утром моргнул свет' });
  const watch = { kind: 'watch', text: 'лаг репликации', stopWhen: 'лаг ниже минуты' } as const;
  logItem(desk, { ...watch, until: story.clock.now() + 5 * hour, ownerId: desk.me.id });
  const note = { ticketId: till, nextAction: '', ifThen: 'мастер не едет — везём запасную' };
  executeShift(desk, currentShift(desk).id, {
    ...({ type: 'note-ticket' } as const),
    note: { ...note, contact: 'завод, 8-800', newOwnerId: null },
  });
}

/** Figures and charts have goldens of their own. */
const measured = ['brief', 'figures'];

it.each(['ru', 'en'] as const)('a report in Markdown reads as it does: %s', async (language) => {
  const story = await openTestDesk({ seat: { role: 'lead' } });
  try {
    livesThrough(story);
    const report = compileReport(story.desk, currentShift(story.desk));
    const words = reportWords(report, language);
    const view = reportView(report, words);
    const parts = view.parts.filter(({ code }) => !measured.includes(code));
    const golden = join(import.meta.dirname, 'golden', `shift.${language}.md`);
    expect(toMarkdown({ ...view, parts }, words.t.none)).toBe(readFileSync(golden, 'utf8'));
  } finally {
    story.close();
  }
});
