import type { Desk } from '../app/desk/desk.ts';
import {
  acceptedAfterMs,
  type Clarification,
  type Handover,
  type VendorCase,
} from '../domain/handover/handover.ts';
import type { Ticket } from '../domain/ticket.ts';
import { iso } from './iso.ts';

const MINUTE_MS = 60_000;

type NameOf = (id: string | null | undefined) => string | null;

/** What a ticket knows of being handed on, as scripts see it. */
export function handoverStateJson(desk: Desk, ticket: Ticket) {
  const nameOf = namesOf(desk);
  const { handover, vendorCase, diagnosis, brief, careOfId } = ticket;
  return {
    handover: handover ? oneHandover(handover, nameOf) : null,
    handoverReturns: ticket.handoverReturns ?? 0,
    vendorCase: vendorCase ? vendorJson(vendorCase, nameOf) : null,
    clarifications: (ticket.clarifications ?? []).map((one) => clarification(one, nameOf)),
    careOf: nameOf(careOfId),
    careOfId: careOfId ?? null,
    diagnosis: diagnosis
      ? {
          line: diagnosis.line,
          by: nameOf(diagnosis.byId),
          byId: diagnosis.byId,
          at: iso(diagnosis.at),
        }
      : null,
    brief: brief
      ? {
          state: brief.state,
          owedBy: nameOf(brief.owedById),
          owedById: brief.owedById,
          since: iso(brief.since),
          settledAt: iso(brief.settledAt),
        }
      : null,
    voiceGrants: (ticket.voiceGrants ?? []).map(({ personId, byId, reason, at }) => {
      const who = { person: nameOf(personId), personId, by: nameOf(byId), byId };
      return { ...who, reason, at: iso(at) };
    }),
    lineLog: (ticket.lineLog ?? []).map(({ line, at }) => ({ line, at: iso(at) })),
  };
}

/** One handing over as scripts see it. */
export function handoverJson(desk: Desk, handover: Handover) {
  return oneHandover(handover, namesOf(desk));
}

/** One question to the customer as scripts see it. */
export function clarificationJson(desk: Desk, question: Clarification) {
  return clarification(question, namesOf(desk));
}

function oneHandover(handover: Handover, nameOf: NameOf) {
  const { fromId, toId, byId, settledById, at, settledAt, form, ...rest } = handover;
  const after = acceptedAfterMs(handover);
  return {
    ...rest,
    from: nameOf(fromId),
    fromId,
    to: nameOf(toId),
    toId,
    by: nameOf(byId),
    byId,
    at: iso(at),
    settledBy: nameOf(settledById),
    settledById,
    settledAt: iso(settledAt),
    minutes: after === null ? null : Math.round(after / MINUTE_MS),
    form: {
      seen: form.seen,
      done: form.done,
      need: form.need,
      reproduced: form.reproduced ?? null,
      ruledOut: form.ruledOut ?? null,
      hypotheses: form.hypotheses ?? null,
      promised: form.promised ?? null,
      logs: form.logs ?? null,
    },
  };
}

function vendorJson({ vendor, ref, dueAt, watcherId, since }: VendorCase, nameOf: NameOf) {
  return {
    vendor,
    ref: ref === '' ? null : ref,
    dueAt: iso(dueAt),
    watcher: nameOf(watcherId),
    watcherId,
    since: iso(since),
  };
}

function clarification(question: Clarification, nameOf: NameOf) {
  const { askedById, at, dueAt, answeredAt, ...rest } = question;
  return {
    ...rest,
    dueAt: iso(dueAt),
    askedBy: nameOf(askedById),
    askedById,
    at: iso(at),
    answeredAt: iso(answeredAt),
  };
}

function namesOf({ people }: Desk): NameOf {
  const names = new Map<string, string | null>();
  return (id) => {
    if (id === null || id === undefined) return null;
    if (!names.has(id)) names.set(id, people.person(id)?.name ?? null);
    return names.get(id) ?? null;
  };
}
