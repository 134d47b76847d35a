import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  deliverDue,
  markSentByHand,
  retryDelayMs,
  retryDelivery,
} from '../../../src/app/letter/deliver-letters.ts';
import { holdAgain } from '../../../src/app/letter/hold-again.ts';
import { sendByCommand } from '../../../src/app/letter/send-by-command.ts';
import type { Settings } from '../../../src/config/settings.ts';
import { must } from '../../../src/util/must.ts';
import { hour, minute, openTestDesk, type TestDesk } from '../../support/desk.ts';
import { openSmtpSink, type SmtpSink } from '../../support/smtp-sink.ts';

let sink: SmtpSink;
let open: TestDesk[];

beforeEach(async () => {
  sink = await openSmtpSink();
  open = [];
});
afterEach(async () => {
  for (const desk of open.toReversed()) desk.close();
  await sink.close();
});

type Deliver = Partial<Settings['deliver']>;

async function deskWith(deliver: Deliver, more: { folder?: string; ids?: string } = {}) {
  const none = { command: null, smtp: null, from: null };
  const anya = await openTestDesk({ settings: { deliver: { ...none, ...deliver } }, ...more });
  open.push(anya);
  return anya;
}

/** A ticket of Жанна, who wrote a letter; returns its id. */
function mailed(
  anya: TestDesk,
  more: { email?: string | null; subject?: string; name?: string } = {},
) {
  const email = more.email === undefined ? 'zhanna@kalinka.example' : more.email;
  const contact = anya.contact(more.name ?? 'Жанна Дёмина', { email });
  const ticketId = anya.registers(more.subject ?? 'Не проводится', 'Пишет ошибку', contact.id);
  anya.hears(ticketId, 'Ну что там?', '<first@kalinka.example>');
  return ticketId;
}

function lastLetter(anya: TestDesk, ticketId: string) {
  const entry = must(anya.desk.tickets.entries(ticketId).at(-1), 'entry');
  return { entryId: entry.id, delivery: must(anya.desk.deliveries.byEntry(entry.id), 'delivery') };
}

function header(raw: string, name: string): string | null {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
  const found = new RegExp(`^${name}: (.*)$`, 'im').exec(head);
  return found?.[1]?.trim() ?? null;
}

describe('a letter through a mail server', () => {
  it('goes once, with everything that lets the answer find its way back', async () => {
    const anya = await deskWith({ smtp: sink.url });
    const ticketId = mailed(anya);
    anya.replies(ticketId, 'Посмотрела, всё дело в ключе.\n.точка в начале строки');
    const { entryId, delivery } = lastLetter(anya, ticketId);
    expect(await deliverDue(anya.desk)).toEqual({
      sent: [entryId],
      later: [],
      failed: [],
      interrupted: [],
    });
    expect(await deliverDue(anya.desk)).toMatchObject({ sent: [] });
    expect(sink.letters).toHaveLength(1);
    const [letter] = sink.letters;
    expect(letter).toMatchObject({ from: 'support@desk.example', to: ['zhanna@kalinka.example'] });
    const raw = letter?.raw ?? '';
    expect(header(raw, 'Message-ID')).toBe(delivery.messageId);
    expect(header(raw, 'In-Reply-To')).toBe('<first@kalinka.example>');
    expect(header(raw, 'References')).toBe('<first@kalinka.example>');
    expect(header(raw, 'Subject')).toBe(
      '=?UTF-8?B?UmU6INCd0LUg0L/RgNC+0LLQvtC00LjRgtGB0Y8g?= =?UTF-8?B?W1NNLTFd?=',
    );
    expect(header(raw, 'Date')).toBe('Wed, 18 Nov 2026 11:00:00 +0000');
    expect(header(raw, 'X-Loop')).toBe('support@desk.example');
    expect(header(raw, 'Auto-Submitted')).toBeNull();
    expect(anya.desk.deliveries.byEntry(entryId)?.state).toBe('sent');
  });

  it('waits for the undo window, and its operation with it', async () => {
    const anya = await deskWith({ smtp: sink.url });
    const ticketId = mailed(anya);
    anya.replies(ticketId, 'Сейчас.', 10_000);
    expect(await deliverDue(anya.desk)).toMatchObject({ sent: [], later: [], failed: [] });
    expect(heldOps(anya)).toBe(1);
    anya.clock.forward(10_000);
    expect((await deliverDue(anya.desk)).sent).toHaveLength(1);
    expect(heldOps(anya)).toBe(0);
  });

  it('waits once more after a quit in the middle of the undo window', async () => {
    const anya = await deskWith({ smtp: sink.url });
    const ticketId = mailed(anya);
    anya.replies(ticketId, 'Сейчас.', 10_000);
    anya.clock.forward(8 * hour);
    expect(holdAgain(anya.desk)).toMatchObject({ ticketId, until: anya.clock.now() + 10_000 });
    expect(await deliverDue(anya.desk)).toMatchObject({ sent: [] });
    expect(heldOps(anya)).toBe(1);
    anya.clock.forward(10_000);
    expect((await deliverDue(anya.desk)).sent).toHaveLength(1);
    expect(heldOps(anya)).toBe(0);
  });

  it('tries again after a 4xx, longer each time, and keeps the Message-ID', async () => {
    const anya = await deskWith({ smtp: sink.url });
    const ticketId = mailed(anya);
    anya.replies(ticketId, 'Сейчас.');
    sink.says((command) => (command.startsWith('RCPT') ? '451 greylisted, come back' : null));
    const { entryId, delivery } = lastLetter(anya, ticketId);
    expect((await deliverDue(anya.desk)).later).toEqual([entryId]);
    expect(anya.desk.deliveries.byEntry(entryId)).toMatchObject({
      state: 'queued',
      tries: 1,
      nextTryAt: anya.clock.now() + minute,
      reason: expect.stringContaining('451 greylisted'),
    });
    expect((await deliverDue(anya.desk)).later).toEqual([]);
    anya.clock.forward(minute);
    expect((await deliverDue(anya.desk)).later).toEqual([entryId]);
    sink.says(() => null);
    anya.clock.forward(2 * minute);
    expect((await deliverDue(anya.desk)).sent).toEqual([entryId]);
    expect(header(sink.letters[0]?.raw ?? '', 'Message-ID')).toBe(delivery.messageId);
  });

  it('gives up at once after a 5xx, with the words of the server', async () => {
    const anya = await deskWith({ smtp: sink.url });
    const ticketId = mailed(anya);
    anya.replies(ticketId, 'Сейчас.');
    sink.says((command) => (command.startsWith('RCPT') ? '550 5.1.1 no such user here' : null));
    expect((await deliverDue(anya.desk)).failed).toHaveLength(1);
    const { entryId, delivery } = lastLetter(anya, ticketId);
    expect(delivery).toMatchObject({ state: 'failed', reason: '550 5.1.1 no such user here' });
    anya.clock.forward(hour);
    expect(await deliverDue(anya.desk)).toMatchObject({ sent: [], failed: [] });
    sink.says(() => null);
    expect(retryDelivery(anya.desk, entryId).ok).toBe(true);
    expect((await deliverDue(anya.desk)).sent).toEqual([entryId]);
    expect(retryDelivery(anya.desk, entryId)).toEqual({ ok: false, problem: 'already-sent' });
  });

  it.each(['localhost:25', 'http://mail.example', 'smtp://', 'smtp://host:99999', 'sendmail -t'])(
    'fails at once when the setting is no mail server: %s',
    async (smtp) => {
      const anya = await deskWith({ smtp });
      const ticketId = mailed(anya);
      anya.replies(ticketId, 'Сейчас.');
      expect((await deliverDue(anya.desk)).failed).toHaveLength(1);
      expect(lastLetter(anya, ticketId).delivery.reason).toBe('smtp-url-wrong');
    },
  );

  it('gives the password of the address, decoded', async () => {
    const anya = await deskWith({
      smtp: sink.url.replace('smtp://', 'smtp://anya%40desk:p%40ss@'),
    });
    const ticketId = mailed(anya);
    anya.replies(ticketId, 'Сейчас.');
    let login = '';
    sink.says((command) => {
      if (/^EHLO/i.test(command)) return '250-sink\r\n250 AUTH PLAIN';
      if (!/^AUTH/i.test(command)) return null;
      login = Buffer.from(command.split(' ')[2] ?? '', 'base64').toString();
      return '235 welcome';
    });
    expect((await deliverDue(anya.desk)).sent).toHaveLength(1);
    expect(login).toBe('\0anya@desk\0p@ss');
  });

  it('tries again when nobody listens', async () => {
    const anya = await deskWith({ smtp: 'smtp://127.0.0.1:1' });
    const ticketId = mailed(anya);
    anya.replies(ticketId, 'Сейчас.');
    expect((await deliverDue(anya.desk)).later).toHaveLength(1);
    expect(lastLetter(anya, ticketId).delivery.reason).toMatch(/ECONNREFUSED/);
  });

  it('is sent once by two processes', async () => {
    const anya = await deskWith({ smtp: sink.url });
    const second = await deskWith({ smtp: sink.url }, { folder: anya.folder, ids: '0b' });
    const ids = [1, 2, 3, 4, 5].map((n) => mailed(anya, { subject: `Письмо ${n}` }));
    for (const id of ids) anya.replies(id, 'Сейчас.');
    const reports = await Promise.all([deliverDue(anya.desk), deliverDue(second.desk)]);
    expect(reports.flatMap((r) => r.sent)).toHaveLength(5);
    expect(sink.letters).toHaveLength(5);
    expect(new Set(sink.letters.map((l) => header(l.raw, 'Message-ID'))).size).toBe(5);
  });

  it('says so when its sender died before it could note that it left', async () => {
    const anya = await deskWith({ smtp: sink.url });
    const ticketId = mailed(anya);
    anya.replies(ticketId, 'Сейчас.');
    const { entryId, delivery } = lastLetter(anya, ticketId);
    expect(anya.desk.deliveries.nextDueAt()).toBe(anya.clock.now());
    anya.desk.deliveries.claimDue(anya.clock.now(), minute); // and the process dies
    expect(anya.desk.deliveries.nextDueAt()).toBe(anya.clock.now() + 10 * minute);
    expect(await deliverDue(anya.desk)).toMatchObject({ sent: [], interrupted: [] });
    anya.clock.forward(11 * minute);
    expect(await deliverDue(anya.desk)).toMatchObject({ sent: [entryId], interrupted: [entryId] });
    expect(header(sink.letters[0]?.raw ?? '', 'Message-ID')).toBe(delivery.messageId);
  });
});

function heldOps(anya: TestDesk): number {
  const text = `SELECT count(*) AS n FROM outbox WHERE state = 'held'`;
  return anya.desk.store.sql.get<{ n: number }>(text)?.n ?? -1;
}

describe('a letter through a program', () => {
  it('stands on its standard input with bare line feeds', async () => {
    const anya = await deskWith({});
    const out = join(anya.folder, 'letter with space.eml');
    const command = script(anya, `cat > "$2"; test "$1" = -t`, `-t "${out}"`);
    const again = await deskWith({ command }, { folder: anya.folder, ids: '0b' });
    const ticketId = mailed(again);
    again.replies(ticketId, 'Готово.');
    expect((await deliverDue(again.desk)).sent).toHaveLength(1);
    const letter = readFileSync(out, 'utf8');
    expect(letter).toContain('\nTo: ');
    expect(letter).not.toContain('\r');
  });

  it('fails with the last line that the program says', async () => {
    const anya = await deskWith({});
    const command = script(anya, 'echo warning >&2; echo "account default not found" >&2; exit 78');
    const again = await deskWith({ command }, { folder: anya.folder, ids: '0b' });
    const ticketId = mailed(again);
    again.replies(ticketId, 'Готово.'.repeat(50_000));
    expect((await deliverDue(again.desk)).failed).toHaveLength(1);
    expect(lastLetter(again, ticketId).delivery.reason).toBe('account default not found');
  });

  it('is tried again after EX_TEMPFAIL', async () => {
    const anya = await deskWith({});
    const command = script(anya, 'cat > /dev/null; exit 75');
    const again = await deskWith({ command }, { folder: anya.folder, ids: '0b' });
    const ticketId = mailed(again);
    again.replies(ticketId, 'Готово.');
    expect((await deliverDue(again.desk)).later).toHaveLength(1);
    expect(lastLetter(again, ticketId).delivery).toMatchObject({ tries: 1, reason: 'exit 75' });
  });

  it('runs no shell', async () => {
    const anya = await deskWith({ command: 'true; touch /tmp/smena-no-shell' });
    const ticketId = mailed(anya);
    anya.replies(ticketId, 'Готово.');
    expect((await deliverDue(anya.desk)).failed).toHaveLength(1);
    expect(lastLetter(anya, ticketId).delivery.reason).toBe('command-missing');
    expect(existsSync('/tmp/smena-no-shell')).toBe(false);
  });

  it('leaves no clock running after a program that is not there', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout');
    const before = timers().length;
    const outcome = await sendByCommand('/nonexistent/sendmail -t', Buffer.from('x'), 60_000);
    expect(outcome).toEqual({ state: 'refused', reason: 'command-missing' });
    expect(timers().length).toBeLessThanOrEqual(before);
  });
});

/** A program in the desk's folder, as the setting names it. */
function script(anya: TestDesk, body: string, args = ''): string {
  const path = join(anya.folder, 'fake-sendmail');
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o700);
  return `'${path}' ${args}`;
}

describe('a letter without a way out', () => {
  it('is never sent by itself, and can be marked as sent by hand', async () => {
    const anya = await deskWith({});
    const ticketId = mailed(anya);
    anya.replies(ticketId, 'Готово.');
    const { entryId, delivery } = lastLetter(anya, ticketId);
    expect(delivery).toMatchObject({ state: 'unconfigured', reason: 'delivery-not-configured' });
    expect(await deliverDue(anya.desk)).toMatchObject({ sent: [], failed: [] });
    const refused = { ok: false, problem: 'delivery-not-configured' };
    expect(retryDelivery(anya.desk, entryId)).toEqual(refused);
    expect(markSentByHand(anya.desk, entryId)).toBe(true);
    expect(anya.desk.deliveries.byEntry(entryId)?.state).toBe('manual');
  });

  it('goes after the contact got an address', async () => {
    const anya = await deskWith({ smtp: sink.url });
    const ticketId = mailed(anya, { email: null });
    anya.replies(ticketId, 'Готово.');
    const { entryId, delivery } = lastLetter(anya, ticketId);
    expect(delivery).toMatchObject({ state: 'unconfigured', reason: 'no-address' });
    expect(retryDelivery(anya.desk, entryId)).toEqual({ ok: false, problem: 'no-address' });
    const contact = anya.contact('Жанна', { email: 'zh@kalinka.example' });
    anya.does(ticketId, { type: 'set-fields', fields: { contactId: contact.id } });
    expect(retryDelivery(anya.desk, entryId).ok).toBe(true);
    await deliverDue(anya.desk);
    expect(sink.letters[0]?.to).toEqual(['zh@kalinka.example']);
    expect(markSentByHand(anya.desk, entryId)).toBe(false);
  });
});

describe('the delays between tries', () => {
  it('double from a minute and end after 48 hours', () => {
    const delays: number[] = [];
    for (let delay = retryDelayMs(0); delay !== null; delay = retryDelayMs(delays.length)) {
      delays.push(delay);
    }
    expect(delays.slice(0, 4)).toEqual([minute, 2 * minute, 4 * minute, 8 * minute]);
    const all = delays.reduce((a, b) => a + b, 0);
    expect(all).toBeGreaterThan(47 * hour);
    expect(all).toBeLessThanOrEqual(49 * hour);
  });
});
