import type { Desk } from '../../app/desk/desk.ts';
import { deskDay } from '../../app/knowledge/desk-day.ts';
import { listSpends, listTimes, type SpentTimes } from '../../app/work/list-spent.ts';
import { monthPeriod } from '../../app/work/work-period.ts';
import { parseLength } from '../../domain/length-phrase.ts';
import { parseMoment } from '../../domain/moment-phrase.ts';
import { familyTexts } from '../../i18n/family-texts.ts';
import { fill } from '../../i18n/fill.ts';
import { loadWorkDetailsTexts } from '../../i18n/work-details-texts.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { exactDuration, moment } from '../format-ticket.ts';
import { iso } from '../iso.ts';
import type { Session } from '../session.ts';
import { runOnTicket } from '../ticket-command.ts';
import { calendarDay, calendarMonth } from '../usage-error.ts';

/** `smena time REF LENGTH [--note TEXT] [--at TIME]`: working time written down by hand. */
export async function logTime(session: Session, input: CommandInput): Promise<void> {
  const length = input.args.slice(1).join(' ');
  const ms = parseLength(length);
  if (ms === null) throw new UserError('length-unknown', { text: length });
  const note = input.value('note') ?? '';
  const { desk, ticket } = await runOnTicket(session, input.required(0), (target) => {
    return { type: 'log-time', ms, note, at: momentOf(target.desk, input.value('at')) };
  });
  if (session.output.isJson) return;
  const texts = await loadWorkDetailsTexts(session.language);
  const sum = exactDuration(ticket.timeSpentMs ?? 0, await session.texts());
  session.output.talk(fill(texts.timeNoted, { sum, number: ticket.number, of: desk.me.name }));
}

function momentOf(desk: Desk, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = parseMoment(text, { now: desk.clock.now(), timeZone: desk.config.timeZone });
  if (at === null) throw new UserError('time-unknown', { text });
  return at;
}

/** `smena time list [--person] [--customer] [--from DAY] [--to DAY]`: seconds for each customer. */
export async function timeList(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const { items, customers, seconds } = listTimes(desk, {
    from: dayOf(input, 'from'),
    to: dayOf(input, 'to'),
    personId: personOf(desk, input.value('person')),
    customerId: customerOf(desk, input.value('customer')),
  });
  const { output } = session;
  if (output.isJson) return output.json({ seconds, customers, items: items.map(timeJson) });
  const texts = await session.texts();
  const { noTime } = await loadWorkDetailsTexts(session.language);
  if (items.length === 0) return output.talk(noTime);
  for (const { at, ms, number, customer, by, note } of items) {
    const parts = [moment(at, desk), exactDuration(ms, texts), number, customer, by, note];
    output.row(parts.filter(Boolean).join(output.isPlain ? '\t' : ' · '));
  }
  for (const { customer, seconds: own } of customers) {
    const name = customer ?? familyTexts(session.language).noCustomer;
    output.talk(`${name}: ${exactDuration(own * 1000, texts)}`);
  }
}

function timeJson({ ms, at, ...row }: SpentTimes['items'][number]) {
  return { ...row, at: iso(at), seconds: Math.round(ms / 1000) };
}

/** `smena spend REF AMOUNT --reason TEXT`: money that solves a ticket sooner. */
export async function spend(session: Session, input: CommandInput): Promise<void> {
  const text = input.required(1).trim().replace(',', '.');
  const amount = /^\d{1,9}(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  const reason = input.value('reason') ?? '';
  await runOnTicket(session, input.required(0), { type: 'spend', amount, reason });
}

/** `smena spend list [--month 2026-11]`: what was spent in a month, and its sum. */
export async function spendList(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const month = calendarMonth(input.value('month') ?? deskDay(desk).slice(0, 7), '--month');
  const { items, sums } = listSpends(desk, monthPeriod(month));
  const currency = desk.config.spending?.currency ?? sums[0]?.currency ?? null;
  const sum = sums.find((one) => one.currency === currency)?.sum ?? 0;
  const { output } = session;
  if (output.isJson) {
    const listed = items.map(({ at, ...item }) => ({ ...item, at: iso(at) }));
    const limit = desk.config.spending?.limit ?? null;
    return output.json({ month, currency, limit, sum, sums, items: listed });
  }
  const texts = await loadWorkDetailsTexts(session.language);
  if (items.length === 0) return output.talk(texts.noSpends);
  for (const { at, amount, currency: unit, number, by, reason } of items) {
    const parts = [moment(at, desk), `${amount} ${unit}`, number, by, reason];
    output.row(parts.filter(Boolean).join(output.isPlain ? '\t' : ' · '));
  }
  for (const total of sums) {
    output.talk(fill(texts.spendSum, { sum: total.sum, currency: total.currency }));
  }
}

function dayOf(input: CommandInput, name: 'from' | 'to'): string | null {
  const text = input.value(name);
  return text === undefined ? null : calendarDay(text, `--${name}`);
}

function personOf(desk: Desk, text: string | undefined): string | null {
  if (text === undefined) return null;
  const person = text === 'me' ? desk.me : desk.people.findPerson(text);
  if (!person) throw new UserError('person-unknown', { person: text });
  return person.id;
}

function customerOf(desk: Desk, text: string | undefined): string | null {
  if (text === undefined) return null;
  const wanted = text.trim().toLowerCase();
  const known = desk.people
    .customers()
    .find(({ id, name }) => id === text || name.toLowerCase() === wanted);
  if (!known) throw new UserError('customer-unknown', { customer: text });
  return known.id;
}
