import type { Desk } from '../desk/desk.ts';

/** Whether demo tickets are in the store. */
export function hasDemo(desk: Desk): boolean {
  return desk.tickets.hasAny(true);
}

/** Whether somebody only looks round here: what is done to a shift then goes with the demo. */
export function isOnlyDemo(desk: Desk): boolean {
  return hasDemo(desk) && !hasRealTickets(desk);
}

/** Whether anything else than demo tickets is in the store. */
export function hasRealTickets(desk: Desk): boolean {
  return desk.tickets.hasAny(false);
}
