import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bidiAndControls } from '../support/hostile-marks.ts';
import { HOSTILE_TEXTS } from '../util/hostile-texts.ts';
import { CliDesk } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(() => {
  desk = new CliDesk();
});
afterEach(() => desk.close());

interface Item {
  readonly number: number;
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly ticket: string | null;
  readonly until: string | null;
  readonly owner: string | null;
  readonly settledAt: string | null;
  readonly shift?: string;
}
interface ShiftJson {
  readonly ref: string;
  readonly state: string;
  readonly lead: string | null;
  readonly startsAt: string;
  readonly items: readonly Item[];
  readonly members: readonly Readonly<Record<string, unknown>>[];
  readonly sections: Readonly<
    Record<string, { readonly text: string; readonly rev: number } | null>
  >;
  readonly notes: readonly Readonly<Record<string, unknown>>[];
}

const day = '2026-11-18/08:00-20:00';
const status = (more: readonly string[] = []) => desk.json<ShiftJson>(['shift', 'status', ...more]);
const log = (...line: readonly string[]) => desk.json<Item>(['shift', 'log', ...line]);
const as = (who: string, line: readonly string[]) => desk.run(['--as', who, ...line]);

describe('a shift from the command line', () => {
  it('is opened, filled, looked at and closed on a fresh store', async () => {
    expect(await status()).toMatchObject({ ref: day, state: 'planned', lead: null, items: [] });
    expect(await desk.json<ShiftJson>(['shift', 'open'])).toMatchObject({
      ...{ ref: day, state: 'open', lead: 'Анна', startsAt: '2026-11-18T05:00:00.000Z' },
    });
    expect(await desk.refused(['shift', 'open'])).toMatchObject({
      ...{ exit: 3, code: 'shift-already-open' },
    });
    await as('Олег', ['shift', 'open']);
    await desk.run([
      'shift',
      'person',
      'Олег',
      '--line',
      '1',
      '--line',
      '2',
      '--at',
      '08:05',
      '--came',
    ]);
    expect((await status()).members).toMatchObject([
      { person: 'Анна', part: 'lead' },
      { person: 'Олег', part: 'deputy', lines: ['1', '2'], cameAt: '2026-11-18T05:05:00.000Z' },
    ]);
    expect(await desk.json<ShiftJson>(['shift', 'close'])).toMatchObject({ state: 'closed' });
    expect(await desk.refused(['shift', 'close'])).toMatchObject({ exit: 3 });
    expect(await status(['--shift', 'last'])).toMatchObject({ ref: day, state: 'closed' });
  });

  it('keeps a log that anybody writes, opened or not', async () => {
    await desk.run(['new', '--subject', 'Не печатает']);
    const plain = await log('Упал', 'сайт', '--ticket', 'SM-1');
    expect(plain).toMatchObject({ number: 1, kind: 'remark', text: 'Упал сайт', ticket: 'SM-1' });
    const watch = await log('лаг реплики', '--until', '2ч', '--stop', 'лаг ушёл', '--owner', 'me');
    expect(watch).toMatchObject({ number: 2, kind: 'watch', owner: 'Анна', settledAt: null });
    expect(watch.until).toBe('2026-11-18T13:00:00.000Z');
    expect(await desk.json<Item>(['shift', 'settle', '2', '--outcome', 'ушёл'])).toMatchObject({
      ...{ number: 2, settledAt: '2026-11-18T11:00:00.000Z', outcome: 'ушёл' },
    });
    expect(await desk.refused(['shift', 'settle', watch.id])).toMatchObject({
      ...{ exit: 3, code: 'shift-item-settled' },
    });
  });

  it('goes on with the next shift after this one is closed', async () => {
    await desk.run(['shift', 'open']);
    await desk.run(['shift', 'close']);
    expect((await log('спасибо', '--kind', 'thanks', '--shift', day)).shift).toBe(
      '2026-11-18/20:00-08:00',
    );
  });

  it('has a report that two people write and next actions beside tickets', async () => {
    await desk.run(['new', '--subject', 'Не печатает']);
    await desk.run(['shift', 'write', 'how', 'утром тихо']);
    await desk.run(['shift', 'write', 'how', 'утром тихо\nднём авария']);
    await desk.run(['shift', 'write', 'how', '-', '--base-rev', '1'], { stdin: 'утром было тихо' });
    expect((await status()).sections).toMatchObject({
      ...{ how: { text: 'утром было тихо\nднём авария', rev: 3 }, attention: null, watch: null },
    });
    expect((await desk.run(['shift', 'write', 'how'])).out).toBe('утром было тихо\nднём авария\n');
    await desk.run(['shift', 'note', '1', '--next', 'позвонить', '--if', 'молчит → письмо']);
    await desk.run(['shift', 'note', '1', '--to', 'me']);
    expect((await status()).notes).toMatchObject([
      { ticket: 'SM-1', nextAction: 'позвонить', ifThen: 'молчит → письмо', newOwner: 'Анна' },
    ]);
  });

  it('counts conversations and looks dialogues through', async () => {
    await desk.run(['new', '--subject', 'Падает отчёт', '--kind', 'defect', '--text', 'помогите']);
    await desk.run(['reply', '1', '--text', 'Смотрим.']);
    expect(await desk.json(['shift', 'load'])).toMatchObject({
      ...{ normal: { from: 30, to: 50 }, team: { people: 1, conversations: 1 } },
      people: [{ person: 'Анна', conversations: 1, band: 'below' }],
    });
    expect(await desk.json(['shift', 'review'])).toMatchObject({
      ...{ from: '2026-11-17', to: '2026-11-18', total: 1, unresolved: 1, cardless: 1 },
    });
    expect(await desk.json(['shift', 'review', '1', '--resolved', '--card'])).toMatchObject({
      ...{ unresolved: 0, cardless: 0 },
    });
    expect(await desk.json(['shift', 'review', '1', '--card', '--undo'])).toMatchObject({
      ...{ unresolved: 0, cardless: 1 },
    });
  });

  it.each([
    [['shift', 'log'], 1, 'text-missing-here'],
    [['shift', 'log', '   '], 1, 'text-missing-here'],
    [['shift', 'log', 'x', '--ticket', '77'], 1, 'no-such-ticket'],
    [['shift', 'log', 'x', '--owner', 'Никто'], 1, 'person-unknown'],
    [['shift', 'log', 'x', '--until', '2020-01-01T00:00:00Z'], 3, 'until-in-past'],
    [['shift', 'log', 'ё'.repeat(10_001)], 3, 'text-too-long'],
    [['shift', 'log', 'x', '--kind', 'note'], 2, 'usage'],
    [['shift', 'settle', '7'], 1, 'shift-item-unknown'],
    [['shift', 'close'], 3, 'shift-not-open'],
    [['shift', 'status', '--shift', 'никакая'], 1, 'shift-unknown-none'],
    [['shift', 'review', '--resolved'], 2, 'usage'],
    [['shift', 'person', 'me', '--duty', '--deputy'], 2, 'usage'],
    [['shift', 'open', '--hours', 'день'], 1, 'shift-hours-wrong'],
    [['shift', 'open', '--line', '77'], 1, 'line-unknown'],
    [['shift', 'open', '--name', 'ё'.repeat(201)], 3, 'text-too-long'],
    [['shift', 'open', '--lead', 'Никто'], 1, 'person-unknown'],
    [['shift', 'person', 'me'], 2, 'usage'],
    [['shift', 'person', 'me', '--came', '--line', '77'], 3, 'unknown-line'],
    [['shift', 'person', 'me', '--from', '20:00', '--to', '12:00'], 3, 'member-times-wrong'],
    [['shift', 'note', '1'], 2, 'usage'],
    [['shift', 'write', 'всё'], 2, 'usage'],
    [['shift', 'list', '--from', 'вчера'], 2, 'usage'],
  ])('%j is refused in words', async (line, exit, code) => {
    const refused = await desk.refused(line);
    expect(refused).toMatchObject({ exit, code, out: '' });
    expect(refused.message).not.toMatch(/\{\w+\}|undefined/);
  });

  it('gives a text back that could not be written', async () => {
    const text = 'ё'.repeat(10_001);
    expect((await desk.run(['shift', 'log', '-'], { stdin: text })).err).toContain(text);
  });

  it('lets no text do anything to the terminal', async () => {
    const texts = HOSTILE_TEXTS.map(({ text }) => text).filter((text) => text.length < 90);
    const all = texts.join('\n');
    await desk.run(['shift', 'log', '-'], { stdin: all.slice(0, 10_000) });
    await desk.run(['shift', 'write', 'how', '-'], { stdin: all });
    const { out } = await desk.run(['shift', 'status']);
    expect(bidiAndControls(out)).toEqual([]);
    expect(out).toContain('Пароль');
  });
});
