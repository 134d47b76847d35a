import type { DemoKinStep } from '../../content/demo/demo-act.ts';
import { minuteMs, resolveDemoTime } from '../../content/demo/demo-time.ts';
import { tellTimes } from '../../content/demo/tell-times.ts';
import type { TicketCommand } from '../../domain/command.ts';
import { decideTicket } from '../../domain/decide-ticket.ts';
import { openDescendants } from '../../domain/family/kin.ts';
import type { Person } from '../../domain/person.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { MakeId } from '../../util/id.ts';
import { must } from '../../util/must.ts';
import type { Desk } from '../desk/desk.ts';
import type { StoryRefusal } from './story-stage.ts';

/** Stories that were told and written, ready to be put together. */
export interface ToldStories {
  readonly now: number;
  readonly makeId: MakeId;
  readonly person: (key: string) => Person;
  /** The ticket of a story by the story's id. */
  readonly tickets: ReadonlyMap<string, string>;
}

interface Step extends DemoKinStep {
  readonly story: string;
  readonly when: number;
}

/** Does what stories do to each other, oldest first: mass incidents, news to many, merges. */
export function tellTogether(
  desk: Desk,
  stories: readonly { readonly id: string; readonly together: readonly DemoKinStep[] }[],
  told: ToldStories,
): readonly StoryRefusal[] {
  const steps = stories.flatMap(({ id, together }) =>
    together.map(
      (step): Step => ({ ...step, story: id, when: resolveDemoTime(step.at, told.now) }),
    ),
  );
  const inOrder = steps.toSorted((a, b) => a.when - b.when);
  return desk.tickets.together(() => inOrder.flatMap((step) => take(desk, step, told)));
}

function take(desk: Desk, step: Step, told: ToldStories): readonly StoryRefusal[] {
  const ticketId = ticketOf(step.story, told);
  const ticket = must(desk.tickets.byId(ticketId), step.story);
  const command = commandOf(desk, ticket, step, told);
  const decided = decideTicket(command, ticket, {
    now: step.when,
    actor: told.person(step.from),
    device: 'demo',
    desk: desk.config,
    opId: told.makeId(),
    ticketId,
    other: (id) => desk.tickets.byId(id),
    entry: () => null,
    nextNumber: () => ticket.number,
    headId: null,
    seniorId: null,
    teamLeadId: null,
  });
  if (!decided.ok) {
    return [{ story: step.story, command: command.type, code: decided.problem.code }];
  }
  desk.tickets.append(decided.value, desk.config);
  return [];
}

function commandOf(
  desk: Desk,
  ticket: Ticket,
  { act, when }: Step,
  told: ToldStories,
): TicketCommand {
  switch (act.do) {
    case 'gather': {
      const childIds = act.stories.map((id) => ticketOf(id, told));
      return { type: 'gather', childIds, reason: act.reason };
    }
    case 'detach':
      return { type: 'detach', reason: act.reason };
    case 'merge':
      return { type: 'merge-into', targetId: ticketOf(act.into, told), reason: act.reason };
    case 'news': {
      const dueAt = Math.max(resolveDemoTime(act.due, told.now), when + minuteMs);
      const children = openDescendants(ticket, (id) => desk.tickets.byId(id));
      const messages = children.map((child) =>
        newsFor(desk, child, { ...act, at: when, dueAt }, told),
      );
      return { type: 'write-many', purpose: 'news', messages };
    }
  }
}

interface News {
  readonly text: string;
  readonly at: number;
  readonly dueAt: number;
}

/** One text, with the times of each customer's own clock. */
function newsFor(desk: Desk, child: Ticket, { text, at, dueAt }: News, { makeId }: ToldStories) {
  const customer = desk.people.customer(child.customerId);
  return {
    ticketId: child.id,
    text: tellTimes(text, { at, dueAt, timeZone: customer?.timeZone ?? null }),
    messageId: null,
    promises: [{ id: makeId(), kind: 'next-update', dueAt, text: '' } as const],
    templates: [],
  };
}

function ticketOf(story: string, { tickets }: ToldStories): string {
  return must(tickets.get(story), `demo story ${story}`);
}
