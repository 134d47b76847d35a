import { afterEach, beforeEach, expect, it } from 'vitest';
import { CliDesk, type TicketJson } from './cli-desk.ts';

let desk: CliDesk;
beforeEach(() => {
  desk = new CliDesk();
});
afterEach(() => desk.close());

async function registers(subject: string): Promise<string> {
  const words = ['new', '--subject', subject, '--text', 'Код ошибки: 0x80070035'];
  return (await desk.json<TicketJson>(words)).number;
}

it('suggest tells the articles for a ticket and why', async () => {
  const number = await registers('VPN зелёный, а диск Z: не открывается');
  const { code, out } = await desk.run(['suggest', number]);
  expect(code).toBe(0);
  expect(out).toMatch(/^smb-access-denied {2}.+\n {4}(?:код|тема|письмо): /m);
  expect(await desk.json(['suggest', number, '--limit', '1'])).toMatchObject({
    ticket: number,
    articles: [
      { id: expect.any(String), by: expect.any(String), words: expect.any(Array), marks: [] },
    ],
  });
});

it('similar tells how the same was solved before', async () => {
  const solved = await registers('Диск Z не открывается через VPN');
  await desk.json(['take', solved]);
  await desk.json(['resolve', solved, '--text', 'Сменили домашнюю сеть.']);
  const number = await registers('VPN зелёный, а диск Z: не открывается');
  expect((await desk.run(['similar', number])).out).toContain('Сменили домашнюю сеть.');
  expect(await desk.json(['similar', number])).toMatchObject({
    ticket: number,
    similar: [{ number: solved, solution: 'Сменили домашнюю сеть.', customer: null }],
  });
});

it('nothing alike is said beside the data, with exit code 0', async () => {
  const number = await registers('ывапролд');
  const { code, out, err } = await desk.run(['similar', number, '--lang', 'en']);
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).toContain('Nothing alike');
});

it('a ticket that is not there is named, a wrong limit is a mistake of usage', async () => {
  expect((await desk.run(['suggest', 'SM-77'])).code).toBe(1);
  const number = await registers('VPN');
  expect((await desk.run(['similar', number, '--limit', '0'])).code).toBe(2);
});

it('a mark of an article is taken back by undo', async () => {
  const number = await registers('VPN');
  await desk.json(['kb', 'mark', 'smb-access-denied', 'helped', '--ticket', number]);
  expect(await desk.json(['undo'])).toMatchObject({ number, undone: { type: 'mark' } });
  expect(
    (await desk.run(['kb', 'mark', 'smb-access-denied', 'helped', '--ticket', number])).code,
  ).toBe(0);
});
