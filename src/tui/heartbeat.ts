import { checkAfterCrash } from '../app/desk/desk-session.ts';
import { rememberZones } from '../app/desk/zone-memory.ts';
import { clearStatusFile } from '../app/ticket/status-file.ts';
import { dailyBackup } from '../app/upkeep/backup-store.ts';
import { fail, guarded, type Later, startDelays } from './delays.ts';
import { DeskWatch } from './desk-watch.ts';
import { saveCall } from './model/call-model.ts';
import { stripAtStart } from './model/clock-jump.ts';
import { saveComposer } from './model/composer-draft.ts';
import { saveForm } from './model/form-draft.ts';
import { say, type Ui } from './model/ui.ts';
import { ServerWatch } from './server-watch.ts';

/** What goes on by itself while the screens are open. */
export interface Heartbeat {
  /** The exchange with the server, where there is one. */
  readonly link: ServerWatch;
  /** The store changed: lists are read again soon, many changes at once. */
  touch(): void;
  stop(): void;
}

const WATCH_MS = 250;
const BEAT_MS = 1_000;
const AWAY_MS = 150;
const SETTLE_MS = 3_000;
/** Copying a big store takes the disk for a while: not while a shift is being opened. */
const BACKUP_MS = 60_000;

/** How the last run ended. */
export interface HeartbeatStart {
  readonly wasUnclean: boolean;
  /** When the screens were last open, epoch ms as text; null before the first shift. */
  readonly lastSeen: string | null;
  /** Of this program, for the server. */
  readonly version: string;
}

/** Starts saving drafts, watching other processes, sending letters, ringing, moving the clock. */
export function startHeartbeat(ui: Ui, start: HeartbeatStart): Heartbeat {
  const { later, stop } = startDelays(ui);
  const link = new ServerWatch(ui, start.version);
  const watch = new DeskWatch(ui, later, link);
  const unsubscribe = ui.store.subscribe(watch.onState);
  const pulses = [
    setInterval(() => guarded(ui, watch.onPulse), WATCH_MS),
    setInterval(() => guarded(ui, watch.onBeat), BEAT_MS),
  ];
  watch.preview();
  watch.listen();
  watch.compare();
  followFirstFrame(ui, later, start);
  return {
    link,
    touch: watch.touch,
    stop: () => {
      watch.isOver = true;
      for (const pulse of pulses) clearInterval(pulse);
      stop();
      unsubscribe();
      saveComposer(ui);
      saveCall(ui);
      saveForm(ui);
      ui.desk().meta.set('last-seen', String(ui.desk().clock.now()));
      clearStatusFile(ui.desk().paths);
      rememberZones(ui.desk().paths, ui.desk().clock.now());
    },
  };
}

/** What a start leaves for after its first frame. */
function followFirstFrame(ui: Ui, later: Later, { wasUnclean, lastSeen }: HeartbeatStart): void {
  const report = (error: unknown) => fail(ui, error);
  later('backup', BACKUP_MS, () => void dailyBackup(ui.desk()).catch(report));
  // Before the first shift nobody was away.
  if (lastSeen !== null) {
    later('away', AWAY_MS, () => ui.store.set({ strip: stripAtStart(ui, Number(lastSeen)) }));
  }
  if (wasUnclean) later('check', SETTLE_MS, () => void checkStore(ui).catch(report));
}

async function checkStore(ui: Ui): Promise<void> {
  const problem = await checkAfterCrash(ui.desk());
  if (problem) say(ui, problem, 'problem');
}
