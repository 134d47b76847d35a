// Works at the store of the folder given until it is killed. Prints a line after each commit: what
// is printed was acknowledged. Times and texts do not matter; the order of the lines does.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from '../../src/app/desk/execute.ts';
import { openDesk } from '../../src/app/desk/open-desk.ts';
import { sendReply } from '../../src/app/letter/send-reply.ts';
import { registerTicket } from '../../src/app/ticket/register-ticket.ts';
import { saveDraft } from '../../src/app/ticket/save-draft.ts';
import { undoLast } from '../../src/app/ticket/undo-last.ts';
import { resolvePaths } from '../../src/config/paths.ts';
import { defaultSettings } from '../../src/config/settings.ts';
import type { TicketCommand } from '../../src/domain/command.ts';
import { systemClock } from '../../src/util/clock.ts';
import { uuidv7 } from '../../src/util/id.ts';

const [folder = '', seed = '1'] = process.argv.slice(2);
const desk = await openDesk({
  paths: resolvePaths({}, join(import.meta.dirname, '../..'), folder),
  settings: defaultSettings,
  language: 'ru',
  clock: systemClock,
  makeId: uuidv7,
  seat: { login: 'anya', name: 'Аня', role: 'engineer', line: '2' },
});

function acknowledge(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

let random = Number(seed);
function chance(of: number): number {
  random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((random / 2_147_483_648) * of);
}

function run(ticketId: string, command: TicketCommand): void {
  const done = execute(desk, ticketId, command);
  if (!done.ok) return;
  acknowledge({ op: done.value.op.opId, ticket: ticketId, rev: done.value.ticket.rev });
}

acknowledge({ ready: true });
for (let n = 0; ; n++) {
  const text = `Шаг ${n}: журнал ${'x'.repeat(chance(3000))}`;
  const made = registerTicket(desk, { subject: `Крушение ${n}`, text });
  if (!made.ok) throw new Error(made.problem.code);
  const { id } = made.value.ticket;
  acknowledge({ op: made.value.op.opId, ticket: id, rev: made.value.ticket.rev });
  run(id, { type: 'take' });
  saveDraft(desk, { kind: 'reply', ticketId: id, text });
  acknowledge({ draft: id, text });
  const reply = { ticketId: id, text, promise: null, status: null, attachments: [] } as const;
  const sent = sendReply(desk, { ...reply, undoMs: 10_000 });
  if (sent.ok)
    acknowledge({ op: sent.value.op.opId, ticket: id, letter: `${sent.value.op.opId}:0` });
  if (sent.ok && chance(3) === 0) {
    // Killed in between, the letter may be there or be a draft again, whole in both cases.
    acknowledge({ undoing: sent.value.op.opId, ticket: id, text });
    undoLast(desk);
  }
  run(id, { type: 'note', text });
  run(id, { type: 'tag', add: [`t${chance(5)}`], remove: [] });
  run(id, { type: 'resolve', solution: text });
  if (chance(2) === 0) run(id, { type: 'confirm', by: 'Жанна', how: 'mail' });
}
