import type { Desk } from '../desk/desk.ts';

export interface RemovedDemo {
  readonly tickets: number;
  readonly people: number;
  readonly customers: number;
  readonly contacts: number;
}

/** Tickets erased in one transaction. */
const CHUNK = 500;

/**
 * Takes the demo desk out: its tickets, also those that somebody worked on, its shifts, and its people
 * and customers unless a real ticket names them. Real rows stay as they are.
 */
export function removeDemo(desk: Desk): RemovedDemo {
  let tickets = 0;
  for (let ids = desk.tickets.demoIds(CHUNK); ids.length > 0; ids = desk.tickets.demoIds(CHUNK)) {
    const chunk = ids;
    desk.store.sql.transact(() => {
      for (const id of chunk) desk.tickets.erase(id);
    });
    tickets += chunk.length;
  }
  const before = countDemo(desk);
  desk.shifts.eraseDemo();
  desk.practiceRecords.eraseDemo();
  desk.people.eraseDemo();
  desk.meta.remove('demo-unfinished');
  const after = countDemo(desk);
  return {
    tickets,
    people: before.people - after.people,
    customers: before.customers - after.customers,
    contacts: before.contacts - after.contacts,
  };
}

function countDemo(desk: Desk) {
  const demo = (rows: readonly { readonly isDemo: boolean }[]) =>
    rows.filter((r) => r.isDemo).length;
  return {
    people: demo(desk.people.persons()),
    customers: demo(desk.people.customers()),
    contacts: demo(desk.people.contacts()),
  };
}
