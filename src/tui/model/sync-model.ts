import type { OpenSyncOptions } from '../../app/sync/open-sync.ts';
import { mustFindInTray } from '../../app/sync/tray/find-in-tray.ts';
import type { TrayItem } from '../../app/sync/tray/tray-item.ts';
import { trayTexts } from '../../i18n/tray-texts.ts';
import { refreshStatus } from './act.ts';
import { putAside } from './composer-draft.ts';
import { refreshDiscrepancies } from './open-discrepancies.ts';
import { hearPresence } from './presence-model.ts';
import { goDeaf, hearDraft, hearStations } from './stations-model.ts';
import { say, type Ui } from './ui.ts';

type SyncNews = Parameters<OpenSyncOptions['tell']>[0];

/** Shows what the exchange with the server brought. */
export function hearSync(ui: Ui, news: SyncNews): void {
  switch (news.type) {
    case 'presence':
      return hearPresence(ui, news.presence);
    case 'stations':
      return hearStations(ui, news.stations);
    case 'draft':
      return hearDraft(ui, news.draft);
    case 'deaf':
      return goDeaf(ui);
    case 'discrepancies':
      ui.touch();
      refreshDiscrepancies(ui);
      return tellDiscrepancies(ui, news.ids);
    case 'recovering':
      return say(ui, toastsOf(ui).recovering(news.resent));
    case 'tickets':
      leaveGoneTicket(ui);
      return ui.touch();
    case 'lost':
      leaveGoneTicket(ui);
      ui.touch();
      return say(ui, toastsOf(ui).lost(news.spaces.join(', ')), 'problem');
    case 'overdue':
      return say(ui, toastsOf(ui).overdue(news.count), 'problem');
    case 'skew':
      return say(ui, toastsOf(ui).skew(Math.round(Math.abs(news.ms) / MINUTE)), 'problem');
    case 'ran':
    case 'failed':
      return refreshStatus(ui);
    default:
      ui.touch();
  }
}

/** What is being written in a ticket that went away is put aside: the tray takes it from there. */
function leaveGoneTicket(ui: Ui): void {
  const { composer } = ui.store.get();
  if (composer && ui.desk().tickets.byId(composer.ticketId) === null) putAside(ui);
}

const MINUTE = 60_000;

function toastsOf(ui: Ui) {
  return trayTexts(ui.store.get().language).toast;
}

/** That a colleague took a ticket first is said by name, everything else is counted. */
function tellDiscrepancies(ui: Ui, ids: readonly string[]): void {
  const desk = ui.desk();
  const t = trayTexts(ui.store.get().language);
  const items = ids.map((id) => mustFindInTray(desk, id));
  const taken = items.find(isTakenFirst);
  if (!taken) return say(ui, t.arrived(items.length), 'problem');
  const who = taken.theirs?.assignee ?? taken.theirs?.by ?? '';
  const { number } = taken.about;
  const hasText = items.some(({ about, text }) => about.id === taken.about.id && text !== '');
  say(ui, hasText ? t.takenFirst(number, who) : t.takenFirstEmpty(number, who), 'problem');
}

function isTakenFirst({ mine, theirs, kind }: TrayItem): boolean {
  const isClaim = mine.command === 'take' || mine.command === 'assign';
  return kind === 'refused' && isClaim && (theirs?.assignee ?? null) !== null;
}
