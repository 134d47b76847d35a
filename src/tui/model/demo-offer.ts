import { hasRealTickets } from '../../app/demo/demo-presence.ts';
import { say, texts, type Ui } from './ui.ts';

const OFFERED = 'demo-offer';

/** The first time real tickets stand beside the demo, says once how the demo is removed. */
export function offerDemoRemoval(ui: Ui): void {
  const desk = ui.desk();
  if (!ui.store.get().hasDemo || desk.meta.get(OFFERED) !== null || !hasRealTickets(desk)) return;
  desk.meta.set(OFFERED, '1');
  say(ui, texts(ui).offerDemoRemove);
}
