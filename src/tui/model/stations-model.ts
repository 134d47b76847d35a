import type { SeenDraftSoFar, SeenStations } from './presence-state.ts';
import type { Ui } from './ui.ts';

/** Which workstation was heard how long ago, as the server tells it. */
export interface ToldStation {
  readonly personId: string;
  readonly silentMs: number;
}

/** Notes which workstations the server has heard; times are turned into those of this clock. */
export function hearStations(ui: Ui, told: readonly ToldStation[]): void {
  const now = ui.desk().clock.now();
  const { since, heardAt, drafts } = ui.store.get().stations ?? begun(now);
  const heard = told.map(({ personId, silentMs }) => [personId, now - silentMs] as const);
  ui.store.set({ stations: { since, drafts, heardAt: new Map([...heardAt, ...heard]) } });
}

/** Notes what a colleague has written so far; nothing is the end of it. */
export function hearDraft(ui: Ui, { personId, ticketId, text }: Omit<SeenDraftSoFar, 'at'>): void {
  const now = ui.desk().clock.now();
  const known = ui.store.get().stations ?? begun(now);
  const others = known.drafts.filter((one) => {
    return one.personId !== personId || one.ticketId !== ticketId;
  });
  const drafts = text === '' ? others : [...others, { personId, ticketId, text, at: now }];
  ui.store.set({ stations: { ...known, drafts } });
}

/** Nothing is heard of anybody any more: nobody is silent because of that. */
export function goDeaf(ui: Ui): void {
  const { stations } = ui.store.get();
  if (stations !== null) ui.store.set({ stations: null });
}

function begun(now: number): SeenStations {
  return { since: now, heardAt: new Map(), drafts: [] };
}
