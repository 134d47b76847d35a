import { asksForCustomer } from '../../domain/sla/choose-policy.ts';
import { DeadlineStore } from '../../store/ticket/deadline-store.ts';
import type { Desk } from '../desk/desk.ts';

/** Counts the deadlines of a customer again: another level or name may bring another policy. */
export function recountCustomer({ config, store }: Desk, customerId: string): void {
  if (asksForCustomer(config)) new DeadlineStore(store.sql).refresh(config, customerId);
}
