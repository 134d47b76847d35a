import { afterEach, beforeEach, expect, test } from 'vitest';
import { CliDesk, type TicketJson } from './cli-desk.ts';

interface Supervised extends TicketJson {
  readonly review: { readonly state: string; readonly promise: { readonly dueAt: string } | null };
  readonly helps: readonly unknown[];
}

let desk: CliDesk;
const as = (who: string, ...line: readonly string[]) => ['--as', who, ...line];

beforeEach(async () => {
  desk = new CliDesk();
  for (const who of ['Даша', 'Игорь', 'Вера']) await desk.run(as(who, 'queue'));
  await desk.run(['person', 'set', 'Вера', '--role', 'lead']);
  await desk.run(as('Вера', 'person', 'set', 'Даша', '--role', 'hire'));
  await desk.run(as('Вера', 'person', 'set', 'Игорь', '--role', 'mentor'));
  await desk.run(
    as('Вера', 'new', '--subject', 'VPN', '--text', 'Не пускает', '--channel', 'mail'),
  );
});
afterEach(() => desk.close());

test('a reply goes on review, comes back, is asked again and sent with changes', async () => {
  const ask = (text: string) => as('Даша', 'review', 'ask', '1', '--text', text);
  expect(await desk.refused(as('Даша', 'reply', '1', '--text', 'Смотрю'))).toMatchObject({
    ...{ exit: 3, code: 'reply-through-mentor', text: 'Смотрю' },
    nextSteps: [
      'отдать ответ на проверку: smena review ask SM-1 --text …',
      'оставить заметку: smena note SM-1 --text …',
    ],
  });
  expect(await desk.refused(ask('Смотрю'))).toMatchObject({ code: 'channel-not-signed-off' });
  const signOff = ['practice', 'sign-off', 'Даша', 'mail', '--override', '--reason', 'рядом'];
  expect((await desk.run(as('Вера', ...signOff))).code).toBe(0);
  const asked = await desk.json<Supervised>(ask('Напишу через 30 минут.'));
  expect(asked.review).toMatchObject({
    state: 'waiting',
    promise: { dueAt: '2026-11-18T11:30:00.000Z' },
  });
  expect(await desk.json(['review', 'list'])).toMatchObject([
    { number: 'SM-1', by: 'Даша', customerWroteSince: false },
  ]);
  expect(await desk.refused(as('Игорь', 'review', 'return', '1'))).toMatchObject({
    code: 'remark-missing',
  });
  await desk.json(as('Игорь', 'review', 'return', '1', '--remark', 'Представьтесь'));
  await desk.json(ask('Это Даша. Напишу через 30 минут.'));
  const sent = as('Игорь', 'review', 'send', '1', '--text', 'Это Даша. Напишу через 20 минут.');
  expect(await desk.json<Supervised>(sent)).toMatchObject({
    review: { state: 'sent', reviewedBy: 'Игорь' },
    status: 'open',
  });
  const { promises } = await desk.json<{ promises: unknown[] }>(['show', '1']);
  expect(promises).toMatchObject([{ dueAt: '2026-11-18T11:20:00.000Z' }]);
  const shown = await desk.run(['review', 'show', '1']);
  expect(shown.out).toContain('Представьтесь');
  expect(shown.out).toContain('через [-30-]{+20+} минут');
});

test('help is asked, answered and ended', async () => {
  const asked = as('Даша', 'help-me', '1', '--text', 'Не вижу причины');
  expect(await desk.json<Supervised>(asked)).toMatchObject({ helps: [{ by: 'Даша' }] });
  expect((await desk.run(['help-me', 'list'])).out).toContain('Не вижу причины');
  const answered = as('Игорь', 'help-me', 'answer', '1', '--text', 'Смотри журнал');
  expect(await desk.json<Supervised>(answered)).toMatchObject({
    helps: [{ answers: [{ by: 'Игорь', text: 'Смотри журнал' }] }],
  });
  expect(await desk.refused(['help-me', 'end', '1'])).toMatchObject({ code: 'help-not-yours' });
  expect(await desk.json<Supervised>(as('Даша', 'help-me', 'end', '1'))).toMatchObject({
    helps: [],
  });
  expect((await desk.run(['help-me', 'list'])).err).toContain('никто не просит');
});
