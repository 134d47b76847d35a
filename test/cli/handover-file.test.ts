import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { Ran, Refused } from './cli-desk.ts';
import { asBoris, atEnd, dayShift, type Handover, nightShift, ShiftDesk } from './shift-desk.ts';

let desk: ShiftDesk;
beforeEach(() => {
  desk = new ShiftDesk();
});
afterEach(() => desk.close());

describe('a file from outside', () => {
  /** What is said of a file, with its own name in the place of its path. */
  async function saidOf(text: string | object, ...line: string[]): Promise<Refused> {
    const path = desk.paper(text);
    const said = await desk.refused([...line, '--file', path, ...atEnd]);
    return { ...said, message: said.message.replaceAll(path, 'F') };
  }

  test.each([
    ['half of it', '{\n  "how": "ти', 'F:2:13 Это не JSON.'],
    ['a number for a text', '{"how": 7}', 'F:1:9 how Здесь нужен текст, а стоит 7.'],
    ['a key of its own', '{"hau": "a"}', 'F:1:2 hau Ключа «hau» здесь нет. Можно: shift, '],
    ['another shift', '{"shift": "вчера"}', 'F:1:11 shift Этот файл о другой смене: «вчера».'],
  ])('with %s is told by its place', async (_, text, place) => {
    const said = await saidOf(text, 'handover', 'submit');
    expect([said.exit, said.code]).toEqual([1, 'handover-file-wrong']);
    expect(said.message).toContain(place);
  });

  it('is told everything that is wrong with it at once, and changes nothing', async () => {
    await desk.busyDay();
    const file = await desk.shown(...atEnd);
    const [red] = file.red;
    const both = { ...file, how: 'Новый текст', red: [{ ...red, newOwner: 'Призрак' }, red] };
    const said = await saidOf(both, 'handover', 'submit');
    expect(said.message.split('\n').slice(1)).toEqual([
      expect.stringMatching(/^F:\d+:\d+ red\.1\.key «red:.*» стоит здесь второй раз\.$/),
      expect.stringMatching(/^F:\d+:\d+ red\.0\.newOwner Человека «Призрак» здесь нет\.$/),
    ]);
    expect((await desk.shown(...atEnd)).how).not.toBe('Новый текст');
  });

  it('undoes nothing that another lead wrote after it was printed', async () => {
    await desk.busyDay();
    await desk.run([...asBoris, 'shift', 'open']);
    await desk.run(['shift', 'write', 'how', 'Тихо.']);
    const old = await desk.shown(...atEnd);
    await desk.run([...asBoris, 'shift', 'write', 'how', 'Тихо.\nНе было Веры.']);
    await desk.run([...asBoris, 'shift', 'write', 'attention', 'Ночью работы.']);
    await desk.run([...asBoris, 'shift', 'note', 'SM-1', '--next', 'звонить', '--to', 'Борис']);
    const file = desk.paper({ ...old, how: 'Касса встала.\nТихо.' });
    const sent = await desk.json<Handover>(['handover', 'submit', '--file', file, ...atEnd]);
    expect(sent).toMatchObject({
      how: 'Касса встала.\nТихо.\nНе было Веры.',
      attention: 'Ночью работы.',
      red: [{ nextAction: 'звонить', newOwner: 'Борис' }],
    });
  });

  it('that is refused leaves what was written in it as a draft', async () => {
    await desk.busyDay();
    await desk.run(['new', '--subject', 'Почта', '--priority', 'P2', '--text', 'стоит']);
    const file = await desk.shown(...atEnd);
    const red = file.red.map((item) => ({ ...item, nextAction: 'звонить' }));
    const path = desk.paper({ ...file, how: 'Тяжело.', red });
    const said = await desk.refused(['handover', 'submit', '--file', path, ...atEnd]);
    expect(said).toMatchObject({ code: 'submit-blocked', blocking: [{ code: 'no-owner' }] });
    const left = await desk.shown(...atEnd);
    expect(left).toMatchObject({ state: 'draft', how: 'Тяжело.', blocking: [{ ticket: 'SM-2' }] });
    expect(left.red.map(({ nextAction }) => nextAction)).toEqual(['звонить', 'звонить']);
  });

  it('names one shift only', async () => {
    await desk.busyDay();
    const file = { ...(await desk.shown(...atEnd)), shift: nightShift };
    const said = await saidOf(file, 'handover', 'submit');
    expect(said.message).toContain(`shift Этот файл о другой смене: «${nightShift}».`);
  });

  it('may leave out what it does not touch, and comes from standard input as well', async () => {
    await desk.busyDay();
    const [red] = (await desk.shown(...atEnd)).red;
    const small = { red: [{ key: red?.key, nextAction: 'звонить' }] };
    const stdin = `\uFEFF${JSON.stringify(small)}`;
    const sent = await desk.json<Handover>(['handover', 'submit', '--file', '-', ...atEnd], {
      stdin,
    });
    expect(sent.red).toMatchObject([{ nextAction: 'звонить', newOwner: null }]);
  });

  it('of another shift accepts nothing here', async () => {
    await desk.busyDay();
    await desk.submitted(({ red }) => ({
      red: red.map((item) => ({ ...item, nextAction: 'звонить' })),
    }));
    const file = { shift: nightShift };
    const said = await saidOf(file, ...asBoris, 'handover', 'accept', '--shift', dayShift);
    expect([said.exit, said.message.split('\n')[1]]).toEqual([
      1,
      `F:2:12 shift Этот файл о другой смене: «${nightShift}».`,
    ]);
    const alone = await saidOf(file, ...asBoris, 'handover', 'accept');
    expect(alone).toMatchObject({ exit: 3, code: 'shift-not-submitted' });
  });

  it('that is not there is a mistake like any other', async () => {
    const ran: Ran = await desk.run(['handover', 'accept', '--file', '/nowhere/x.json']);
    expect([ran.code, ran.err]).toEqual([1, 'Файла /nowhere/x.json нет.\n']);
  });

  it('reaches a terminal without its control characters', async () => {
    const path = desk.paper({ to: '\u001b[31mПризрак\u202e' });
    const ran = await desk.run(['handover', 'submit', '--file', path, ...atEnd], { columns: 80 });
    expect(ran.code).toBe(1);
    for (const mark of ['\u001b', '\u202e']) expect(ran.err).not.toContain(mark);
  });
});
