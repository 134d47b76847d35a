import type { Scenario, ScenarioTicket } from '../../../content/scenario/scenario.ts';
import type { AttachmentRef } from '../../../domain/ticket.ts';
import { BugError } from '../../../util/must.ts';
import type { Desk } from '../../desk/desk.ts';
import { execute } from '../../desk/execute.ts';
import { type Caller, castCaller, castCustomer } from './world-cast.ts';

/** The ticket that a scenario is about, among those of its run. */
export const MAIN = 'main';

const KEY = 'practice-ticket:';

/** What somebody says at an instant of the run. */
export interface Said {
  readonly at: number;
  readonly text: string;
  readonly attachments: readonly AttachmentRef[];
}

/** The ticket of the practice desk that a ticket of the scenario became; null before it did. */
export function ticketOf(desk: Desk, key: string): string | null {
  return desk.meta.get(`${KEY}${key}`);
}

/** The attachments of a scenario as files of the desk, in the order of their ids. */
export function filesOf(
  desk: Desk,
  { attachments }: Scenario,
  ids: readonly string[],
): AttachmentRef[] {
  return ids.flatMap((id) => {
    const file = attachments.get(id);
    if (!file) return [];
    const bytes = Buffer.from(file.text, 'utf8');
    const hash = desk.attachments.put(bytes);
    return [{ hash, name: file.name, mime: 'text/plain', size: bytes.length }];
  });
}

/** Opens a ticket of the scenario with what the customer said first. The main one is taken at once. */
export function openTicketOf(desk: Desk, scenario: Scenario, key: string, said: Said): string {
  const order = key === MAIN ? scenario.ticket : scenario.tickets.get(key);
  if (!order) throw new BugError(`no ticket ${key} in scenario ${scenario.id}`);
  const { customer, contact } = callerOf(desk, scenario, order);
  const ticketId = desk.makeId();
  const number = `T-${desk.meta.next('practice-number')}`;
  const registered = execute(
    desk,
    ticketId,
    {
      type: 'register',
      subject: order.subject,
      kind: order.kind,
      priority: order.priority,
      line: lineOf(desk, order.line),
      channel: order.channel ?? scenario.customer.channel,
      audience: 'customer',
      customerId: customer.id,
      contactId: contact.id,
      tags: [],
      number,
      // Told and not typed: nothing that its kind asks for is missing.
      externalId: `${scenario.id}/${key}`,
      first: {
        text: said.text,
        attachments: said.attachments,
        contactId: contact.id,
        contactName: contact.name,
        messageId: null,
        isAutomatic: false,
      },
    },
    { at: said.at },
  );
  if (!registered.ok) throw new BugError(`practice ticket refused: ${registered.problem.code}`);
  desk.meta.set(`${KEY}${key}`, ticketId);
  if (key === MAIN) execute(desk, ticketId, { type: 'take' }, { at: said.at });
  return ticketId;
}

function callerOf(desk: Desk, scenario: Scenario, { org, contact }: ScenarioTicket): Caller {
  if (org === null && contact === null) return castCustomer(desk, scenario);
  const { customer } = scenario;
  return castCaller(desk, org ?? customer.org, contact ?? org ?? customer.name);
}

function lineOf({ config }: Desk, line: number): string {
  const code = String(line);
  return config.lines.some((known) => known.code === code) ? code : (config.lines[0]?.code ?? code);
}
