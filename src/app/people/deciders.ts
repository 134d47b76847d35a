import type { DecideContext } from '../../domain/decide-context.ts';
import { headOf, seniorOnDuty, teamLeadOf } from '../../domain/duty/on-duty.ts';
import { lazy } from '../../util/lazy.ts';
import type { Desk } from '../desk/desk.ts';
import { deskRoster } from './desk-roster.ts';

/** Who decides beside the person that works on a ticket; looked up only when a rule asks. */
export function decidersOf(
  desk: Desk,
  ticketId: string,
  now: number,
): Pick<DecideContext, 'headId' | 'seniorId' | 'teamLeadId'> {
  const ticket = lazy(() => desk.tickets.byId(ticketId) ?? { customerId: null, isDemo: false });
  const people = lazy(() => deskRoster(desk, ticket()));
  return {
    get headId() {
      return headOf(people())?.id ?? null;
    },
    get seniorId() {
      return seniorOnDuty(desk.config, people(), now)?.id ?? null;
    },
    get teamLeadId() {
      const customer = desk.people.served(ticket().customerId);
      return teamLeadOf(customer, people())?.id ?? null;
    },
  };
}
