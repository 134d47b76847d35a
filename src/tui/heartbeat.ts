import { dailyBackup } from '../app/backup-store.ts';
import { checkAfterCrash } from '../app/desk-session.ts';
import { deliverDue } from '../app/deliver-letters.ts';
import { clearStatusFile, writeStatusFile } from '../app/status-file.ts';
import { describeError } from '../i18n/messages.ts';
import { UserError } from '../util/user-error.ts';
import { afterChange, refreshStatus } from './model/act.ts';
import { awayStrip } from './model/away-model.ts';
import { saveCall } from './model/call-model.ts';
import { saveComposer } from './model/composer-model.ts';
import { loadPreview } from './model/queue-model.ts';
import { type RingSnapshot, ringForChanges, ringSnapshot } from './model/ring-model.ts';
import { say, type Ui } from './model/ui.ts';

/** What goes on by itself while the screens are open. */
export interface Heartbeat {
  /** The store changed: lists are read again soon, many changes at once. */
  touch(): void;
  stop(): void;
}

const FLUSH_MS = 100;
const PREVIEW_MS = 60;
const DRAFT_MS = 400;
const WATCH_MS = 250;
const BEAT_MS = 1_000;
const SETTLE_MS = 3_000;
const MINUTE = 60_000;
const IDLE_MS = 10 * MINUTE;

/** Starts saving drafts, watching other processes, sending letters, ringing, moving the clock. */
export function startHeartbeat(ui: Ui, { wasUnclean }: { wasUnclean: boolean }): Heartbeat {
  const timers = new Map<string, NodeJS.Timeout>();
  const later: Later = (name, ms, work, isReset = false) => {
    const waiting = timers.get(name);
    if (waiting && !isReset) return;
    clearTimeout(waiting);
    const run = () => {
      timers.delete(name);
      guarded(ui, work);
    };
    timers.set(name, setTimeout(run, ms));
  };
  const watch = createWatch(ui, later);
  const unsubscribe = ui.store.subscribe(watch.onState);
  const pulses = [
    setInterval(() => guarded(ui, watch.onPulse), WATCH_MS),
    setInterval(() => guarded(ui, watch.onBeat), BEAT_MS),
  ];
  later('settle', SETTLE_MS, () => {
    void dailyBackup(ui.desk()).catch((error: unknown) => fail(ui, error));
    if (wasUnclean) checkAfterCrash(ui.desk(), (problem) => say(ui, problem, 'problem'));
  });
  return {
    touch: watch.touch,
    stop: () => {
      for (const pulse of pulses) clearInterval(pulse);
      for (const timer of timers.values()) clearTimeout(timer);
      unsubscribe();
      saveComposer(ui);
      saveCall(ui);
      ui.desk().meta.set('last-seen', String(ui.desk().clock.now()));
      clearStatusFile(ui.desk().paths);
    },
  };
}

/** Does something after a while; asked again meanwhile it waits on, or from the start with `isReset`. */
type Later = (name: string, ms: number, work: () => void, isReset?: boolean) => void;

function createWatch(ui: Ui, later: Later) {
  const desk = ui.desk();
  let version = desk.meta.dataVersion();
  let shown = ui.store.get().queue.selectedId;
  let rung: RingSnapshot = ringSnapshot(ui);
  let keys = ui.store.get().keyCount;
  let pressedAt = desk.clock.now();

  const touch = () =>
    later('flush', FLUSH_MS, () => {
      afterChange(ui);
      rung = ringForChanges(ui, rung);
    });
  // A letter sent or refused changes the ticket it belongs to.
  const send = () => {
    void deliverDue(desk).then(
      (report) => {
        if (report.sent.length + report.failed.length + report.later.length > 0) touch();
      },
      (error: unknown) => fail(ui, error),
    );
  };
  const noteKeys = (count: number) => {
    if (count === keys) return;
    const now = desk.clock.now();
    // Back after a pause: say what happened meanwhile.
    if (now - pressedAt > IDLE_MS) ui.store.set({ strip: awayStrip(ui, pressedAt) });
    keys = count;
    pressedAt = now;
  };
  return {
    touch,
    onState: () => {
      const { queue, composer, overlay, keyCount } = ui.store.get();
      if (queue.selectedId !== shown) {
        shown = queue.selectedId;
        // The preview follows when the finger rests, so that moving stays cheap.
        later('preview', PREVIEW_MS, () => loadPreview(ui), true);
      }
      const isUnsaved = composer?.savedAt === null && composer.saveProblem === null;
      if (isUnsaved) later('draft', DRAFT_MS, () => saveComposer(ui));
      if (overlay?.type === 'call') later('call', DRAFT_MS, () => saveCall(ui));
      noteKeys(keyCount);
    },
    onPulse: () => {
      const next = desk.meta.dataVersion();
      if (next !== version) touch();
      version = next;
    },
    onBeat: () => {
      tick(ui);
      const due = desk.deliveries.nextDueAt();
      if (due !== null && due <= desk.clock.now()) send();
    },
  };
}

/** Moves the clock once a minute and takes away what has been said long enough. */
function tick(ui: Ui): void {
  const desk = ui.desk();
  const now = desk.clock.now();
  const { toast, held, now: shown, overlay } = ui.store.get();
  if (toast && toast.until <= now) ui.store.set({ toast: null });
  if (held && held.until <= now) ui.store.set({ held: null });
  const isNewMinute = Math.floor(now / MINUTE) !== Math.floor(shown / MINUTE);
  // A running call shows its seconds; everything else lives by minutes.
  if (overlay?.type === 'call') ui.store.set({ now });
  if (!isNewMinute) return;
  refreshStatus(ui);
  ui.touch();
  desk.meta.set('last-seen', String(now));
  writeStatusFile(desk);
}

function guarded(ui: Ui, work: () => void): void {
  try {
    work();
  } catch (error) {
    fail(ui, error);
  }
}

/** A failure of the store is said and the screens go on; our own mistakes end the program. */
function fail(ui: Ui, error: unknown): void {
  if (!(error instanceof UserError)) throw error;
  say(ui, describeError(error, ui.store.get().language), 'problem');
}
