import type { Desk } from '../../app/desk/desk.ts';
import {
  dismissProposal,
  massProposals,
  type ProposedIncident,
} from '../../app/family/mass-proposals.ts';
import { familyTexts } from '../../i18n/family-texts.ts';
import { sayGround } from '../../i18n/say-ground.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { memberJson } from '../family-json.ts';
import { iso } from '../iso.ts';
import type { Session } from '../session.ts';

/** `smena mass propose`: fresh tickets that look like one incident. */
export async function massPropose(session: Session): Promise<void> {
  const desk = await session.desk();
  const proposals = massProposals(desk);
  const { output } = session;
  if (output.isJson) return output.json(proposals.map((one) => proposalJson(session, desk, one)));
  const t = familyTexts(session.language);
  if (proposals.length === 0) return output.talk(t.noProposals);
  const minutes = Math.round(desk.config.massIncident.withinMs / 60_000);
  for (const { key, ground, tickets, parent, subject } of proposals) {
    output.row(t.proposed(tickets.length, whyOf(session, desk, ground), minutes));
    output.row(
      `  ${parent ? t.membersInto(parent.number, parent.subject) : t.membersNew(subject)}`,
    );
    for (const { number, subject: said } of tickets) output.row(`  ${number} · ${said}`);
    output.row(`  smena mass dismiss "${key}"`);
  }
}

function whyOf(session: Session, desk: Desk, ground: ProposedIncident['ground']): string {
  const nameOf = (id: string) => desk.people.customer(id)?.name ?? '';
  return sayGround(ground, nameOf, session.language);
}

function proposalJson(session: Session, desk: Desk, proposal: ProposedIncident) {
  const { key, ground, tickets, parent, subject } = proposal;
  return {
    ...{ key, ground, subject, count: tickets.length },
    why: whyOf(session, desk, ground),
    parent: parent?.number ?? null,
    parentId: parent?.id ?? null,
    tickets: tickets.map((ticket) => ({
      ...memberJson(desk, ticket),
      createdAt: iso(ticket.createdAt),
    })),
  };
}

/** `smena mass dismiss KEY`: these tickets are not proposed again. */
export async function massDismiss(session: Session, input: CommandInput): Promise<void> {
  const key = input.required(0);
  if (!dismissProposal(await session.desk(), key)) throw new UserError('no-such-proposal', { key });
  const { output } = session;
  if (output.isJson) return output.json({ dismissed: key });
  output.talk(familyTexts(session.language).dismissed(key));
}
