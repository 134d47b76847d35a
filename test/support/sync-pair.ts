import type { Person } from '../../src/domain/person.ts';
import { writeRecord } from '../../src/store/people/record-rows.ts';
import { type MovableClock, movableClock, openTestDesk, type TestDesk } from './desk.ts';
import { JoinedDesk, SmallServer } from './small-server.ts';

/** A workstation, the desk of its server, and a colleague who works there. */
export interface SyncPair {
  readonly anya: JoinedDesk;
  readonly home: TestDesk;
  readonly oleg: Person;
  close(): void;
}

/** Opens a workstation that belongs to a small server; both know Аня and Олег and run by one clock. */
export async function openSyncPair(clock: MovableClock = movableClock()): Promise<SyncPair> {
  const here = await openTestDesk({ clock });
  const home = await openTestDesk({ clock, ids: '0c', seat: { login: 'server', name: 'Сервер' } });
  const oleg = { ...here.desk.me, id: 'oleg', login: 'oleg', name: 'Олег' };
  for (const { desk } of [here, home]) {
    for (const person of [here.desk.me, oleg]) {
      writeRecord(desk.store.sql, { type: 'person', person });
    }
  }
  // Who they are is known at the server: nothing of it goes up.
  here.desk.store.sql.exec('DELETE FROM outbox');
  return {
    anya: new JoinedDesk(here, new SmallServer(home)),
    home,
    oleg,
    close: () => {
      here.close();
      home.close();
    },
  };
}
