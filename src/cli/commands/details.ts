import type { Desk } from '../../app/desk/desk.ts';
import { execute } from '../../app/desk/execute.ts';
import { readDetails } from '../../app/work/read-details.ts';
import { ticketsWithDetail } from '../../app/work/tickets-with-detail.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { fieldsOf } from '../../domain/work/decide-details.ts';
import { fieldValue } from '../../domain/work/known-field.ts';
import { kindRule, missingBefore, shownFields } from '../../domain/work/missing.ts';
import { fill } from '../../i18n/fill.ts';
import { loadWorkDetailsTexts } from '../../i18n/work-details-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { fieldWords } from '../field-words.ts';
import { moment } from '../format-ticket.ts';
import type { Session } from '../session.ts';
import { accepted, findTarget, printState } from '../ticket-command.ts';
import { ticketStateJson } from '../ticket-json.ts';
import { pairs, UsageError } from '../usage-error.ts';
import { missingJson, shownValue, warningsOf } from '../work-json.ts';

/** `smena details REF [--set NAME=VALUE …]`: what the kind of a ticket asks for. */
export async function details(session: Session, input: CommandInput): Promise<void> {
  const typed = pairs(input.all('set'), '--set');
  const target = await findTarget(session, input.required(0));
  const { desk } = target;
  if (typed.size === 0) return printFields(session, desk, target.ticket);
  const values = readDetails(desk, target.ticket.kind, Object.fromEntries(typed));
  const done = execute(desk, target.ticket.id, { type: 'fill-details', values });
  const { ticket } = accepted(target, done);
  await printState(session, desk, ticket);
  if (!session.output.isJson) await tellWarnings(session, desk, ticket);
}

async function printFields(session: Session, desk: Desk, ticket: Ticket): Promise<void> {
  const { output, language } = session;
  const rule = kindRule(desk.config, ticket.kind);
  const shown = rule === null ? [] : shownFields(rule, ticket).map(({ code }) => code);
  const gaps = new Set(missingBefore('done', ticket, desk.config).map(({ code }) => code));
  const fields = fieldsOf(desk.config, ticket.kind).filter(({ code }) => shown.includes(code));
  if (output.isJson) {
    const listed = fields.map(({ code, name, hint, type, needed, choices }) => ({
      ...{ code, name: name[language], hint: hint?.[language] ?? null, type, needed },
      choices: choices.map((choice) => ({ code: choice.code, name: choice.name[language] })),
      value: shownValue(desk, ticket, fieldValue(ticket, code)),
      missing: gaps.has(code),
    }));
    const { id, number, kind } = ticket;
    return output.json({ id, number, kind, fields: listed, missing: missingJson(desk, ticket) });
  }
  const work = await loadWorkDetailsTexts(language);
  if (fields.length === 0) return output.talk(work.noFields);
  const words = { texts: await session.texts(), work };
  for (const rule of fields) {
    const { code, name } = rule;
    const value = shownValue(desk, ticket, fieldValue(ticket, code));
    const shown = value === null ? work.notFilled : fieldWords(rule, value, desk, words);
    output.row(`${gaps.has(code) ? '○' : '·'} ${name[language]} (${code}): ${shown}`);
  }
  await tellWarnings(session, desk, ticket);
}

async function tellWarnings(session: Session, desk: Desk, ticket: Ticket): Promise<void> {
  const [late] = warningsOf(desk, ticket);
  if (late === undefined) return;
  const texts = await loadWorkDetailsTexts(session.language);
  const at = (time: string | null) => moment(Date.parse(time ?? ''), desk);
  const arrives = at(late.arrivesAt);
  session.output.talk(fill(texts.legsLate, { arrives, until: at(late.windowTo) }));
}

/** `smena details find NAME=VALUE`: tickets in which a field has a value. */
export async function detailsFind(session: Session, input: CommandInput): Promise<void> {
  const [found] = pairs([input.required(0)], 'NAME=VALUE');
  if (found === undefined) throw new UsageError('argument-missing', { name: 'field' });
  const desk = await session.desk();
  const [field, value] = found;
  const tickets = ticketsWithDetail(desk, field, value);
  const { output } = session;
  if (output.isJson) return output.json(tickets.map((ticket) => ticketStateJson(desk, ticket)));
  const work = await loadWorkDetailsTexts(session.language);
  if (tickets.length === 0) return output.talk(work.noTickets);
  const words = { texts: await session.texts(), work };
  for (const { number, subject, kind, details: known } of tickets) {
    const rule = fieldsOf(desk.config, kind).find(({ code }) => code === field);
    const stored = known?.[field] ?? '';
    output.row(`${number} · ${rule ? fieldWords(rule, stored, desk, words) : stored} · ${subject}`);
  }
}
