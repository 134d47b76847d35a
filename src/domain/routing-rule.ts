import type { TicketMatch } from './match-rule.ts';
import type { LocalName, Priority } from './vocabulary.ts';

/** How a person is found for a ticket; tried in order until one gives somebody. */
export const routingStrategies = [
  'personal-engineer',
  'previous-assignee',
  'duty',
  'night-pool',
  'least-loaded',
  'skills',
] as const;
export type RoutingStrategy = (typeof routingStrategies)[number];

/** Where new tickets go. The first rule that fits a ticket holds. */
export interface RoutingRule {
  readonly code: string;
  readonly name: LocalName;
  readonly when: TicketMatch & {
    /** Words of the subject or the first message, any of them; compared by their stems. */
    readonly words?: readonly string[] | undefined;
    /** Towns of the customer or its site. */
    readonly towns?: readonly string[] | undefined;
    /** Only inside or only outside of a calendar's hours. */
    readonly inside?: string | undefined;
    readonly outside?: string | undefined;
  };
  readonly line: string | null;
  readonly priority: Priority | null;
  readonly addTags: readonly string[];
  readonly assign: readonly RoutingStrategy[];
  /** For the strategy of that name. */
  readonly skills: readonly string[];
}
