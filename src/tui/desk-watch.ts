import { deliverDue } from '../app/letter/deliver-letters.ts';
import { keepSomeBreaches } from '../app/sla/keep-breaches.ts';
import { statusLine, writeStatusFile } from '../app/ticket/status-file.ts';
import { fail, type Later } from './delays.ts';
import { afterChange, refreshStatus } from './model/act.ts';
import { awayStrip } from './model/away-model.ts';
import { saveCall } from './model/call-model.ts';
import { followJump, isSteady } from './model/clock-jump.ts';
import { saveComposer } from './model/composer-draft.ts';
import { type Reminded, remindOfDeadlines } from './model/deadline-reminder.ts';
import { offerDemoRemoval } from './model/demo-offer.ts';
import { followRules } from './model/follow-rules.ts';
import { saveForm } from './model/form-draft.ts';
import { moveClock } from './model/move-clock.ts';
import { refreshShift } from './model/open-shift.ts';
import { loadPreview } from './model/queue-model.ts';
import { type RingSnapshot, ringForChanges } from './model/ring-model.ts';
import { wakeDue } from './model/snooze-model.ts';
import { tellReviewNews } from './model/supervision-news.ts';
import type { Ui } from './model/ui.ts';
import { checkWording } from './model/wording-model.ts';
import type { ServerWatch } from './server-watch.ts';

const FLUSH_MS = 100;
const PREVIEW_MS = 60;
const DRAFT_MS = 400;
const WORDING_MS = 300;
const RETRY_MS = 5_000;
/** What rings reads hundreds of tickets: it follows changes, and the first frame, at a distance. */
const RING_MS = 1_000;
const BOARD_MS = 1_000;
/** What is late, and who is silent, changes by itself. */
const BOARD_AGES_MS = 5_000;
const IDLE_MS = 10 * 60_000;

/** Watches the store, the keys and the clock for what the screens must follow. */
export class DeskWatch {
  readonly #ui: Ui;
  readonly #later: Later;
  readonly #link: ServerWatch;
  #version: number;
  #shown: string | null;
  #rung: RingSnapshot | null = null;
  #keys: number;
  #pressedAt: number;
  #beatAt: number;
  #reminded: Reminded | null = null;
  #status: string | null = null;
  #written = '';
  isOver = false;

  constructor(ui: Ui, later: Later, link: ServerWatch) {
    const { queue, keyCount } = ui.store.get();
    this.#ui = ui;
    this.#later = later;
    this.#link = link;
    this.#version = ui.desk().meta.dataVersion();
    this.#shown = queue.selectedId;
    this.#keys = keyCount;
    this.#pressedAt = ui.desk().clock.now();
    this.#beatAt = this.#pressedAt;
  }

  readonly touch = (): void =>
    this.#later('flush', FLUSH_MS, () => {
      afterChange(this.#ui);
      offerDemoRemoval(this.#ui);
      this.listen();
      this.compare();
      this.board();
      tellReviewNews(this.#ui);
    });

  /** Rings for what has changed since the last time, soon. */
  readonly listen = (): void =>
    this.#later('ring', RING_MS, () => {
      this.#rung = ringForChanges(this.#ui, this.#rung);
    });

  /** The board counts all open tickets: once for all changes of a second. */
  readonly board = (): void => this.#later('board', BOARD_MS, () => refreshShift(this.#ui));

  /** Fresh tickets are compared with each other, at a distance: it reads hundreds of them. */
  readonly compare = (): void =>
    this.#later('mass', RING_MS, () => {
      const look = import('./model/mass-model.ts').then(({ lookForMass }) => {
        // The desk may have been closed while the code was being read.
        if (!this.isOver) lookForMass(this.#ui);
      });
      void look.catch((error: unknown) => fail(this.#ui, error));
    });

  /** The preview follows when the finger rests, so that moving stays cheap. */
  readonly preview = (): void =>
    this.#later('preview', PREVIEW_MS, () => loadPreview(this.#ui), true);

  readonly onState = (): void => {
    const { queue, composer, overlay, keyCount } = this.#ui.store.get();
    if (queue.selectedId !== this.#shown) {
      this.#shown = queue.selectedId;
      this.preview();
    }
    const isUnsaved = composer?.savedAt === null && composer.saveProblem === null;
    if (isUnsaved) this.#later('draft', DRAFT_MS, () => saveComposer(this.#ui));
    // A draft that was only opened is not being written.
    if (composer?.savedAt === null) this.#noteText(composer.history.present.text);
    if (overlay?.type === 'call') this.#later('call', DRAFT_MS, () => saveCall(this.#ui));
    if (overlay?.type === 'form') this.#later('form', DRAFT_MS, () => saveForm(this.#ui));
    if (keyCount !== this.#keys) this.#noteKey(keyCount);
  };

  readonly onPulse = (): void => {
    const next = this.#ui.desk().meta.dataVersion();
    if (next !== this.#version) {
      this.touch();
      const report = (error: unknown) => fail(this.#ui, error);
      void followRules(this.#ui)
        .then((hasOthers) => hasOthers && this.touch())
        .catch(report);
    }
    this.#version = next;
    this.#link.look();
  };

  readonly onBeat = (): void => {
    const desk = this.#ui.desk();
    this.#followClock();
    // Once a minute also what has no way out yet is let go of, and what was put off comes back.
    if (moveClock(this.#ui)) {
      this.#send();
      wakeDue(this.#ui);
      this.#reminded = remindOfDeadlines(this.#ui, this.#reminded);
      this.#tellShiftNews();
      tellReviewNews(this.#ui);
    }
    keepSomeBreaches(desk);
    const { board } = this.#ui.store.get().shift;
    if (board && desk.clock.now() - board.asOf >= BOARD_AGES_MS) refreshShift(this.#ui);
    this.#keepStatusFile();
    this.#link.tellWhere(this.#pressedAt);
    const due = desk.deliveries.nextDueAt();
    if (due !== null && due <= desk.clock.now()) this.#send();
    // What could not be saved is tried again: a lock goes away, a disk is tidied up.
    if (this.#ui.store.get().composer?.saveProblem) {
      this.#later('draft-again', RETRY_MS, () => saveComposer(this.#ui));
    }
  };

  /** A promise rings on time, and a clock that jumped is told of. */
  #followClock(): void {
    const now = this.#ui.desk().clock.now();
    const before = this.#beatAt;
    this.#beatAt = now;
    if (!isSteady(before, now)) {
      followJump(this.#ui, before, Math.min(this.#pressedAt, before));
      this.#pressedAt = now;
      wakeDue(this.#ui);
    }
    const { promised } = this.#ui.store.get();
    const isDue = promised.some(({ warnAt, dueAt }) =>
      [warnAt, dueAt].some((at) => before < at && at <= now),
    );
    if (!isDue) return;
    refreshStatus(this.#ui);
    this.listen();
  }

  /** Whoever hands over and whoever takes over hear of it, also when neither looks at the tab. */
  #tellShiftNews(): void {
    const told = import('./model/shift-news.ts').then(({ tellShiftNews }) => {
      if (!this.isOver) tellShiftNews(this.#ui);
    });
    void told.catch((error: unknown) => fail(this.#ui, error));
  }

  #keepStatusFile(): void {
    const desk = this.#ui.desk();
    const line = statusLine(desk);
    if (line !== this.#status) writeStatusFile(desk);
    this.#status = line;
  }

  /** The wording is looked at when the fingers rest. */
  #noteText(text: string): void {
    if (text === this.#written) return;
    this.#written = text;
    const check = () => void checkWording(this.#ui).catch((error) => fail(this.#ui, error));
    if (text !== '') this.#later('wording', WORDING_MS, check, true);
  }

  /** Back after a pause: say what happened meanwhile. */
  #noteKey(count: number): void {
    const now = this.#ui.desk().clock.now();
    const since = this.#pressedAt;
    this.#keys = count;
    this.#pressedAt = now;
    if (now - since > IDLE_MS) this.#ui.store.set({ strip: awayStrip(this.#ui, since) });
  }

  /** A letter sent or refused changes the ticket it belongs to. */
  #send(): void {
    void deliverDue(this.#ui.desk()).then(
      (report) => {
        if (report.sent.length + report.failed.length + report.later.length > 0) this.touch();
      },
      (error: unknown) => fail(this.#ui, error),
    );
  }
}
