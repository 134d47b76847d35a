import type { Ticket } from '../../domain/ticket.ts';
import { TemplateUseStore, type UseCount } from '../../store/template/template-use-store.ts';
import type { Desk } from '../desk/desk.ts';

/** What is older says next to nothing about what is wanted next. */
const HABIT_DAYS = 60;

/** How often each template was sent, by its id; a reply that was taken back does not count. */
export function templateUses(desk: Desk): ReadonlyMap<string, number> {
  return new TemplateUseStore(desk.store.sql).totals();
}

/** What was used lately, told apart by whose use it was and how like the ticket at hand. */
export function templateHabits(desk: Desk, ticket: Ticket | null): readonly UseCount[] {
  return new TemplateUseStore(desk.store.sql).counts({
    personId: desk.me.id,
    kind: ticket?.kind ?? null,
    tags: ticket?.tags ?? [],
    now: desk.clock.now(),
    days: HABIT_DAYS,
  });
}

/** The templates that I used last, the latest first. */
export function recentTemplates(desk: Desk, limit: number): readonly string[] {
  return new TemplateUseStore(desk.store.sql).recent(desk.me.id, limit);
}
