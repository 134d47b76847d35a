import type { FieldChange, TicketFact } from '../event.ts';
import type { RoutingStrategy } from '../routing-rule.ts';
import type { Priority } from '../vocabulary.ts';

/** What the desk's rules give a ticket. What a person chose is absent: it stays. */
export interface AppliedRoute {
  readonly rule: string;
  readonly strategy: RoutingStrategy | null;
  readonly line?: string | undefined;
  readonly priority?: Priority | undefined;
  readonly addTags: readonly string[];
  readonly assigneeId: string | null;
}

interface RoutedState {
  readonly line: string;
  readonly priority: Priority;
  readonly tags: readonly string[];
  readonly assigneeId: string | null;
}

/** What a route changes, each with the rule as its reason. */
export function routeFacts(route: AppliedRoute, state: RoutedState): readonly TicketFact[] {
  const reason = `routing:${route.rule}`;
  const facts: TicketFact[] = [];
  const change = (field: FieldChange) => facts.push({ type: 'field-changed', field, reason });
  const { line = state.line, priority = state.priority, assigneeId } = route;
  if (line !== state.line) change({ name: 'line', from: state.line, to: line });
  if (priority !== state.priority) {
    change({ name: 'priority', from: state.priority, to: priority });
  }
  const added = [...new Set(route.addTags)].filter((tag) => !state.tags.includes(tag));
  if (added.length > 0) facts.push({ type: 'tags-changed', added, removed: [] });
  if (assigneeId !== null && assigneeId !== state.assigneeId) {
    facts.push({ type: 'assigned', personId: assigneeId, reason });
  }
  return facts;
}
