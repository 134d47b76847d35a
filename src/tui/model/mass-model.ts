import { execute } from '../../app/desk/execute.ts';
import {
  dismissProposal,
  massProposals,
  type ProposedIncident,
} from '../../app/family/mass-proposals.ts';
import { childrenToTell } from '../../app/family/message-children.ts';
import { findTicketId } from '../../app/ticket/find-ticket.ts';
import { registerTicket } from '../../app/ticket/register-ticket.ts';
import { type FamilyTexts, familyTexts } from '../../i18n/family-texts.ts';
import { afterChange, refusalText, targets } from './act.ts';
import { knownFor, whyTogether } from './known-incident.ts';
import { openMailing } from './mailing-model.ts';
import type { Members } from './mailing-state.ts';
import { openPrompt } from './overlays.ts';
import { say, texts, type Ui } from './ui.ts';

/** Answers everybody when a mass incident ends. */
const SOLVED_TEMPLATE = 'outage-over';

function words(ui: Ui): FamilyTexts {
  return familyTexts(ui.store.get().language);
}

/** Asks where the chosen tickets belong: an incident that is there, or a new one. */
export function askGather(ui: Ui): void {
  const ids = targets(ui);
  const t = words(ui);
  const [first] = ids;
  const known = first === undefined ? null : knownFor(ui, first);
  openPrompt(ui, {
    title: t.promptGather,
    text: known?.number ?? '',
    submit: (text) => {
      if (text.trim() === '') return askNewIncident(ui, ids);
      const parentId = findTicketId(ui.desk(), text);
      return parentId === null ? texts(ui).toastNotFound : gatherInto(ui, parentId, ids);
    },
  });
}

function askNewIncident(ui: Ui, ids: readonly string[]): null {
  const [first] = ids;
  const subject = first === undefined ? '' : (ui.desk().tickets.byId(first)?.subject ?? '');
  openPrompt(ui, {
    title: words(ui).promptMass,
    text: subject,
    submit: (text) => openIncident(ui, text, ids),
  });
  return null;
}

function openIncident(ui: Ui, subject: string, childIds: readonly string[]): string | null {
  const order = { subject, text: '', channel: 'internal', kind: 'incident', childIds } as const;
  return told(ui, registerTicket(ui.desk(), order));
}

/** Puts tickets under a mass incident; a sentence when a rule refuses it. */
function gatherInto(ui: Ui, parentId: string, childIds: readonly string[]): string | null {
  return told(ui, execute(ui.desk(), parentId, { type: 'gather', childIds, reason: '' }));
}

function told(ui: Ui, done: ReturnType<typeof execute>): string | null {
  if (!done.ok) return refusalText(ui, done.problem);
  const { number, childIds = [] } = done.value.ticket;
  afterChange(ui);
  lookForMass(ui);
  say(ui, words(ui).gathered(number, childIds.length));
  return null;
}

/** Takes a ticket out of its mass incident, with the reason. */
export function askDetach(ui: Ui, ticketId: string): void {
  const t = words(ui);
  const ticket = ui.desk().tickets.byId(ticketId);
  const parent = ticket?.parentId === undefined ? null : ui.desk().tickets.byId(ticket.parentId);
  openPrompt(ui, {
    title: t.promptDetach,
    submit: (reason) => {
      const done = execute(ui.desk(), ticketId, { type: 'detach', reason: reason.trim() });
      if (!done.ok) return refusalText(ui, done.problem);
      afterChange(ui);
      say(ui, t.detached(done.value.ticket.number, parent?.number ?? ''));
      return null;
    },
  });
}

/** A mass incident is solved with everybody who hangs on it, after a look at what they are told. */
export function solveWithChildren(ui: Ui, ticketId: string): void {
  const ticket = ui.desk().tickets.byId(ticketId);
  const children = ticket ? childrenToTell(ui.desk(), ticket) : [];
  const source = { templateId: SOLVED_TEMPLATE, set: {} };
  const ticketIds = children.map(({ id }) => id);
  openMailing(ui, { purpose: 'solution', ticketIds, ticketId, source });
}

/** Looks whether fresh tickets look like one cause; the line below the list offers it. */
export function lookForMass(ui: Ui): void {
  const [best] = massProposals(ui.desk());
  const { massOffer } = ui.store.get();
  const count = best?.tickets.length ?? 0;
  if (best?.key === massOffer?.key && count === (massOffer?.count ?? 0)) return;
  const minutes = Math.round(ui.desk().config.massIncident.withinMs / 60_000);
  const offer = best
    ? { key: best.key, count, why: whyTogether(ui, [best.ground]), minutes }
    : null;
  ui.store.set({ massOffer: offer });
}

/** Opens what looks like a mass incident, all of its tickets chosen. */
export function openProposals(ui: Ui): void {
  const [proposal] = massProposals(ui.desk());
  if (!proposal) return say(ui, words(ui).noProposals);
  ui.store.set({ overlay: membersOf(proposal) });
}

function membersOf(proposal: ProposedIncident): Members {
  const chosen = new Set(proposal.tickets.map(({ id }) => id));
  return { type: 'members', proposal, chosen, selected: 0 };
}

/** Goes to the ticket before or after, round the ends. */
export function moveMember(ui: Ui, delta: number): void {
  const members = opened(ui);
  if (!members) return;
  const count = members.proposal.tickets.length;
  ui.store.set({ overlay: { ...members, selected: (members.selected + delta + count) % count } });
}

/** Chooses the ticket or leaves it out, and goes to the next one. */
export function toggleMember(ui: Ui): void {
  const members = opened(ui);
  const ticket = members?.proposal.tickets[members.selected];
  if (!members || !ticket) return;
  const chosen = new Set(members.chosen);
  if (!chosen.delete(ticket.id)) chosen.add(ticket.id);
  ui.store.set({ overlay: { ...members, chosen } });
  moveMember(ui, 1);
}

/** Gathers what is chosen, where it was proposed. */
export function gatherMembers(ui: Ui): void {
  const members = opened(ui);
  if (!members) return;
  const { proposal, chosen } = members;
  const ids = proposal.tickets.flatMap(({ id }) => (chosen.has(id) ? [id] : []));
  if (ids.length === 0) return say(ui, words(ui).noneChosen, 'problem');
  if (proposal.parent === null) return void askNewIncident(ui, ids);
  const problem = gatherInto(ui, proposal.parent.id, ids);
  if (problem !== null) return say(ui, problem, 'problem');
  ui.store.set({ overlay: null });
}

/** These tickets have nothing in common: they are not proposed again. */
export function dismissMembers(ui: Ui): void {
  const members = opened(ui);
  if (!members) return;
  dismissProposal(ui.desk(), members.proposal.key);
  ui.store.set({ overlay: null });
  lookForMass(ui);
  say(ui, words(ui).dismissed(whyTogether(ui, [members.proposal.ground])));
}

function opened(ui: Ui): Members | null {
  const { overlay } = ui.store.get();
  return overlay?.type === 'members' ? overlay : null;
}
