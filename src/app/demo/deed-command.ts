import type { DemoDeed } from '../../content/demo/demo-act.ts';
import {
  type DemoTime,
  minuteMs,
  parseDemoTime,
  resolveDemoTime,
} from '../../content/demo/demo-time.ts';
import type { TicketCommand } from '../../domain/command.ts';
import { openQuestions } from '../../domain/handover/handover.ts';
import type { Ticket } from '../../domain/ticket.ts';

/** When a deed is done, as seen from the present of the demo, and what its things are called. */
export interface DeedMoment {
  readonly at: number;
  readonly now: number;
  readonly watcherId: string;
  readonly makeId: () => string;
}

/** The command that a deed of a story stands for. */
export function deedCommand(deed: DemoDeed, ticket: Ticket, moment: DeedMoment): TicketCommand {
  switch (deed.do) {
    case 'escalate':
      return escalateCommand(deed, moment);
    case 'send-back':
      return { type: 'return-handover', missing: deed.missing };
    case 'diagnose':
      return { type: 'diagnose', text: deed.text };
    case 'ask':
      return { type: 'ask-customer', ...deed, dueAt: later(deed.due, moment) };
    case 'answer': {
      const clarificationId = openQuestions(ticket)[0]?.id ?? '';
      return { type: 'answer-question', clarificationId, answer: deed.text };
    }
    case 'brief':
      return { type: 'write-brief', text: deed.text };
    case 'watch':
      return { type: 'watch', what: deed.what, until: later(deed.until, moment) };
    case 'ask-review': {
      const nothing = { promise: null, status: null, attachments: [] };
      return { type: 'ask-review', reviewId: moment.makeId(), text: deed.text, ...nothing };
    }
    case 'ask-help': {
      const { text, draft } = deed;
      return { type: 'ask-help', helpId: moment.makeId(), text, draft };
    }
    case 'put-off':
      return { type: 'schedule', until: later(deed.until, moment), reason: deed.reason };
    default:
      return workCommand(deed, ticket, moment);
  }
}

type WorkDeed = Extract<
  DemoDeed,
  { do: 'fill' | 'add-box' | 'tick' | 'time' | 'link-card' | 'close-card' }
>;

function workCommand(deed: WorkDeed, ticket: Ticket, moment: DeedMoment): TicketCommand {
  switch (deed.do) {
    case 'fill':
      return { type: 'fill-details', values: toldValues(deed.values, moment.now) };
    case 'add-box':
      return { type: 'add-boxes', items: [{ id: moment.makeId(), text: deed.text }] };
    case 'tick':
      return { type: 'tick-box', itemId: ticket.checklist?.[deed.box - 1]?.id ?? '', isDone: true };
    case 'time':
      return { type: 'log-time', ms: deed.length, note: deed.note };
    case 'link-card':
      return { type: 'link-card', ref: deed.ref };
    case 'close-card':
      return { type: 'close-card', note: deed.note };
  }
}

function escalateCommand(
  { to, line, reason, form, vendor }: Extract<DemoDeed, { do: 'escalate' }>,
  moment: DeedMoment,
): TicketCommand {
  const outside = vendor && {
    vendor: vendor.vendor,
    ref: vendor.ref,
    dueAt: later(vendor.due, moment),
    watcherId: moment.watcherId,
  };
  return { type: 'escalate', to, line, reason, form, vendor: outside };
}

/** What is agreed upon lies ahead of the deed, whenever the demo is opened. */
function later(time: DemoTime, { at, now }: DeedMoment): number {
  return Math.max(resolveDemoTime(time, now), at + 5 * minuteMs);
}

function toldValues(values: Readonly<Record<string, string>>, now: number) {
  const told = Object.entries(values).map(([code, value]) => {
    const time = parseDemoTime(value);
    return [code, time ? new Date(resolveDemoTime(time, now)).toISOString() : value] as const;
  });
  return Object.fromEntries(told);
}
