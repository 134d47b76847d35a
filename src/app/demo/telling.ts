import type { DemoDeed } from '../../content/demo/demo-act.ts';
import type { ResolvedEntry, ResolvedStory } from '../../content/demo/resolve-story.ts';
import type { TicketCommand } from '../../domain/command.ts';
import type { DecideContext } from '../../domain/decide-context.ts';
import { decideTicket } from '../../domain/decide-ticket.ts';
import type { TicketEvent } from '../../domain/event.ts';
import { evolveTicket } from '../../domain/evolve-ticket.ts';
import { mayReceive } from '../../domain/handover/receiver.ts';
import type { Person } from '../../domain/person.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { must } from '../../util/must.ts';
import { deedCommand } from './deed-command.ts';
import { type StoryRefusal, type StoryStage, solved } from './story-stage.ts';

/** One story being told: the state so far and what happened up to it. */
export class Telling {
  readonly story: ResolvedStory;
  readonly stage: StoryStage;
  readonly events: TicketEvent[] = [];
  readonly refusals: StoryRefusal[] = [];
  #state: Ticket | null = null;
  #isEscalated = false;

  constructor(story: ResolvedStory, stage: StoryStage) {
    // A generated moment may fall between two milliseconds, which no store keeps.
    const entries = story.entries.map((entry) => ({ ...entry, at: Math.round(entry.at) }));
    this.story = { ...story, entries, createdAt: Math.round(story.createdAt) };
    this.stage = stage;
  }

  get ticket(): Ticket {
    return must(this.#state, 'registered ticket of a story');
  }

  /** Decides and keeps one command; false when a rule refuses it. */
  do(command: TicketCommand, at: number, by: Person): boolean {
    const { stage } = this;
    const opId = stage.makeId();
    const context: DecideContext = {
      now: at,
      actor: by,
      device: stage.device,
      desk: stage.desk,
      opId,
      ticketId: stage.ticketId,
      other: () => null,
      entry: () => null,
      nextNumber: () => stage.number,
      headId: stage.headId,
      seniorId: stage.registrar.id,
      teamLeadId: null,
      customerOf: () => stage.customer,
    };
    const decided = decideTicket(command, this.#state, context);
    if (!decided.ok) {
      this.refusals.push({
        story: this.story.id,
        command: command.type,
        code: decided.problem.code,
      });
      return false;
    }
    for (const event of decided.value) this.#state = evolveTicket(this.#state, event);
    this.events.push(...decided.value);
    return true;
  }

  register(): void {
    const { story, stage } = this;
    const [first] = story.entries;
    const isInternal = story.channel === 'internal' || story.channel === 'monitoring';
    const speaker = story.entries.find((entry) => entry.from !== 'customer')?.from;
    const by = speaker === undefined ? stage.registrar : stage.person(speaker);
    this.do(
      {
        type: 'register',
        subject: story.subject,
        kind: story.kind,
        priority: story.priority,
        // An escalated story names the line where it ended.
        line: story.entries.some(isHandedOver) ? by.line : story.line,
        channel: story.channel,
        audience: isInternal ? 'internal' : 'customer',
        customerId: stage.customer.id,
        contactId: stage.contact.id,
        tags: story.tags,
        first: first?.from === 'customer' ? this.#foreign(first) : null,
        isDemo: true,
      },
      story.createdAt,
      by,
    );
  }

  tell(entry: ResolvedEntry, index: number): void {
    if (entry.from === 'customer') this.#hear(entry, index);
    else this.#speak(entry, index);
  }

  #hear(entry: ResolvedEntry, index: number): void {
    const by = this.#owner();
    if (index > 0) {
      const keepsSolution = entry.event !== 'return';
      this.do(
        { type: 'receive', at: entry.at, keepsSolution, ...this.#foreign(entry) },
        entry.at,
        by,
      );
    }
    if (entry.event === 'confirm') this.#confirm(entry);
  }

  #speak(entry: ResolvedEntry, index: number): void {
    const { at, event } = entry;
    const by = this.stage.person(entry.from);
    const { handover } = this.ticket;
    const isWaiting = handover?.state === 'waiting';
    const takesOver = this.#isEscalated && !isWaiting && entry.from === this.story.assignee;
    const isSentBack = entry.does.some((deed) => deed.do === 'send-back');
    if (isWaiting && !isSentBack && mayReceive(handover, by)) {
      this.do({ type: 'accept-handover' }, at, by);
    } else if (event === 'take' || takesOver) this.#take(by, at);
    if (event === 'return') this.do({ type: 'return', reason: '' }, at, by);
    // What is promised together with a solution outlives it, so the solution comes first.
    if (event === 'resolve' && entry.promise) this.do(solved, at, by);
    if (event === 'escalate' && entry.line !== null) this.#handOver(entry, entry.line, by);
    else if (entry.text !== '') this.#write(entry, index, by);
    if (event === 'resolve' && !entry.promise) this.do(solved, at, by);
    if (event === 'confirm') this.#confirm(entry);
    for (const deed of entry.does) this.#doDeed(deed, at, by);
  }

  #doDeed(deed: DemoDeed, at: number, by: Person): void {
    const { now, makeId } = this.stage;
    const moment = { at, now, watcherId: this.#owner().id, makeId };
    this.do(deedCommand(deed, this.ticket, moment), at, by);
  }

  /** The note is the form that the next line goes on from. */
  #handOver({ at, text }: ResolvedEntry, line: string, by: Person): void {
    this.#isEscalated = true;
    this.do({ type: 'note', text, effects: { escalation: { line, form: '' } } }, at, by);
  }

  #write(entry: ResolvedEntry, index: number, by: Person): void {
    const { at, text, callMs } = entry;
    if (entry.internal) {
      this.do({ type: 'note', text }, at, by);
      return;
    }
    const promise = entry.promise && {
      id: this.stage.makeId(),
      kind: entry.promise.kind,
      dueAt: entry.promise.dueAt,
      text: '',
    };
    const isSaid =
      callMs !== null
        ? this.do({ type: 'log-call', text, durationMs: callMs, promise }, at, by)
        : this.do(
            {
              type: 'reply',
              text,
              messageId: this.#messageId(this.stage.desk.mailAddress),
              promise,
              status: this.#isQuestion(entry, index) ? 'waiting-customer' : null,
              attachments: [],
            },
            at,
            by,
          );
    // The words of a story are never lost, even where a rule says that they went nowhere.
    if (!isSaid) this.do({ type: 'note', text }, at, by);
  }

  #take(by: Person, at: number): void {
    const { assigneeId } = this.ticket;
    if (assigneeId === by.id) return;
    this.do(assigneeId === null ? { type: 'take' } : { type: 'assign', personId: by.id }, at, by);
  }

  /** The customer's word closes, unless the desk still has something to say to it. */
  #confirm(entry: ResolvedEntry): void {
    const speaksOn = this.story.entries.some((e) => {
      return e.at > entry.at && e.from !== 'customer' && !e.internal;
    });
    if (speaksOn) return;
    const how = entry.callMs === null ? this.story.channel : 'call';
    const confirmed = { by: this.stage.contact.name, how, isSaidElsewhere: true };
    this.do({ type: 'confirm', ...confirmed }, entry.at, this.#owner());
  }

  /** A question that the customer answers next: meanwhile the clock waits for the customer. */
  #isQuestion(entry: ResolvedEntry, index: number): boolean {
    const next = this.story.entries[index + 1];
    const isPlain = !entry.promise && entry.event !== 'resolve' && entry.event !== 'confirm';
    const isOpen = this.ticket.status === 'new' || this.ticket.status === 'open';
    return isPlain && isOpen && next?.from === 'customer' && entry.text.includes('?');
  }

  #foreign(entry: ResolvedEntry) {
    const { contact } = this.stage;
    return {
      text: entry.text,
      contactId: contact.id,
      contactName: contact.name,
      messageId: this.#messageId(contact.email ?? ''),
      attachments: [],
      isAutomatic: false,
    };
  }

  #messageId(address: string): string | null {
    if (this.story.channel !== 'mail') return null;
    return `<${this.stage.makeId()}@${address.split('@')[1] ?? 'demo.example'}>`;
  }

  #owner(): Person {
    const { assignee } = this.story;
    return assignee === null ? this.stage.registrar : this.stage.person(assignee);
  }
}

/** Whether an entry hands the ticket on. */
function isHandedOver({ event, does }: ResolvedEntry): boolean {
  return event === 'escalate' || does.some(({ do: deed }) => deed === 'escalate');
}
