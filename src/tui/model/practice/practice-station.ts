import { closeDesk } from '../../../app/desk/close-desk.ts';
import type { Desk } from '../../../app/desk/desk.ts';
import type { PracticeAnswer, PracticeSession } from '../../../app/practice/practice-session.ts';
import {
  dropPracticeDesk,
  openPracticeDesk,
} from '../../../app/practice/world/open-practice-desk.ts';
import { tellWorld } from '../../../app/practice/world/tell-world.ts';
import { MAIN, ticketOf } from '../../../app/practice/world/world-tickets.ts';
import { dropDraft, saveDraft } from '../../../app/ticket/save-draft.ts';
import { practiceTuiTexts } from '../../../i18n/practice-tui-texts.ts';
import { afterChange, refreshStatus } from '../act.ts';
import { openComposer } from '../composer-model.ts';
import { saveTyped } from '../save-typed.ts';
import { sayProblem } from '../say-problem.ts';
import { openTicket } from '../ticket-model.ts';
import { say, type Ui } from '../ui.ts';
import type { ComposerState } from '../ui-state.ts';
import { isSameAlarm, liveAlarm } from './live-alarm.ts';
import { openPractice } from './open-practice.ts';
import type { Opened, PracticeSeat } from './practice-seat.ts';
import { watchPractice } from './practice-watch.ts';
import { viewOf, worldOrder } from './run-scene.ts';
import { paceOf, type RunView } from './run-view.ts';
import { answerProblem } from './run-words.ts';
import { showExpected } from './show-expected.ts';
import { stationUi } from './station-ui.ts';

const MINUTE = 60_000;

/**
 * A second workstation on the same terminal: the real screens over the desk of one run. Live work
 * goes on behind it and comes back as it was.
 */
export class PracticeStation implements PracticeSeat {
  readonly session: PracticeSession;
  readonly ui: Ui;
  readonly #live: Ui;
  readonly #desk: Desk;
  #isJudging = false;
  #hasEnded = false;
  #last: Promise<unknown> = Promise.resolve();
  #stop: () => void = () => {};

  private constructor(live: Ui, session: PracticeSession, desk: Desk) {
    this.#live = live;
    this.session = session;
    this.#desk = desk;
    this.ui = stationUi(live, { seat: this, desk, view: this.#view() });
  }

  /** Opens the desk of a run, tells it what happened so far, and gives it the terminal. */
  static async open(live: Ui, session: PracticeSession): Promise<PracticeStation> {
    const station = new PracticeStation(live, session, await openDeskOf(live, session));
    station.#begin();
    return station;
  }

  play(answer: PracticeAnswer, onTaken: () => void = () => {}): Promise<boolean> {
    const played = this.#last.then(() => this.#play(answer, onTaken));
    this.#last = played;
    return played;
  }

  async #play(answer: PracticeAnswer, onTaken: () => void): Promise<boolean> {
    this.#judge(true);
    const before = this.session.state();
    try {
      const done = await this.session.answer(answer);
      if (!done.ok) {
        say(this.ui, await answerProblem(this.ui, done.problem), 'problem');
        return false;
      }
      onTaken();
      if (this.session.state().ending !== null) this.session.finish();
    } catch (error) {
      sayProblem(this.ui, error);
      return false;
    } finally {
      this.#judge(false);
    }
    if (answer.type === 'retried') await this.#again(before.transcript);
    else {
      this.#follow();
      showExpected(this.ui);
    }
    return true;
  }

  finish(composer: ComposerState): void {
    const { kind, history, draft, ticketId } = composer;
    const main = this.mainTicket();
    if (kind === 'reply' && ticketId !== main) return this.#turnBack(main);
    const text = history.present.text.trim();
    this.ui.store.set({ overlay: null });
    const answer = { type: kind === 'reply' ? 'replied' : 'noted', text } as const;
    const played = this.play(answer, () => {
      if (draft) dropDraft(this.#desk, draft.id);
      this.ui.store.set({ composer: null });
    });
    this.ui.gate.hold(played);
  }

  /** The customers of the other tickets say nothing more: what is written there stays a draft. */
  #turnBack(main: string | null): void {
    const { language } = this.ui.store.get();
    const number = (main && this.#desk.tickets.byId(main)?.number) ?? '';
    this.ui.store.set({ overlay: null });
    say(this.ui, practiceTuiTexts(language).replyToMain(number), 'problem');
  }

  opened(thing: Opened): void {
    const { scenario } = this.session;
    if (this.session.state().ending !== null) return;
    if ('article' in thing) return this.#look({ article: thing.article });
    const [attachment] =
      [...scenario.attachments].find(([, { name }]) => name === thing.file) ?? [];
    if (attachment !== undefined) this.#look({ attachment });
  }

  /** Once seen is seen. */
  #look(thing: { readonly attachment?: string; readonly article?: string }): void {
    const id = thing.attachment ?? thing.article ?? '';
    if (!this.session.state().opened.includes(id)) void this.play({ type: 'opened', ...thing });
  }

  end(): void {
    this.session.finish();
    this.#hasEnded = true;
    this.leave();
  }

  mainTicket(): string | null {
    return ticketOf(this.#desk, MAIN);
  }

  leave(): void {
    this.#close();
    this.session.pause(this.#realNow());
    // What is over is never played on: its tickets can be told again from the run.
    if (this.#isOver()) dropPracticeDesk(this.#desk);
    else closeDesk(this.#desk);
    this.#live.stage?.show(this.#live);
    openPractice(this.#live, this.#isOver() ? this.session.runId : null);
  }

  /** What is over, or was ended before, is gone through next. */
  #isOver(): boolean {
    return this.#hasEnded || this.session.state().ending !== null;
  }

  #close(): void {
    saveTyped(this.ui);
    this.#stop();
    this.ui.gate.close();
  }

  #begin(): void {
    this.session.resume(this.#realNow());
    tellWorld(this.#desk, worldOrder(this.session, this.#live));
    const main = ticketOf(this.#desk, MAIN);
    if (main !== null) openTicket(this.ui, main);
    this.#follow();
    this.#bringDraft(this.session.draft());
    this.#stop = watchPractice({
      ui: this.ui,
      realNow: this.#realNow,
      onBeat: () => this.#beat(),
      onSaved: (text) => this.session.saveDraft(text),
    });
    this.#live.stage?.show(this.ui);
    showExpected(this.ui);
  }

  readonly #realNow = (): number => this.#live.desk().clock.now();

  #view(): RunView {
    return viewOf(this.session, this.#live, this.#isJudging);
  }

  #judge(isJudging: boolean): void {
    this.#isJudging = isJudging;
    this.ui.store.set({ run: this.#view() });
  }

  /** The screens show what the run has come to. */
  #follow(): void {
    tellWorld(this.#desk, worldOrder(this.session, this.#live));
    this.ui.store.set({ run: this.#view() });
    afterChange(this.ui);
  }

  /** Time passes; the screen changes by minutes, and when something happens. */
  #beat(): void {
    if (this.#isJudging) return;
    const before = this.session.state().transcript.length;
    const pace = paceOf(this.ui.store.get(), this.session.speed);
    const { transcript } = this.session.tick(this.#realNow(), pace);
    if (transcript.length !== before) {
      this.#follow();
      this.#announce(transcript.slice(before));
      return showExpected(this.ui);
    }
    const { now, run } = this.ui.store.get();
    const isNewMinute = Math.floor(this.session.now() / MINUTE) !== Math.floor(now / MINUTE);
    const isLouder = run !== null && !isSameAlarm(run.live, liveAlarm(this.#live));
    if (isNewMinute) refreshStatus(this.ui);
    if (isNewMinute || isLouder) this.ui.store.set({ run: this.#view() });
  }

  /** What was taken back never happened at the desk: it is told anew, and a text comes back. */
  async #again(before: RunView['state']['transcript']): Promise<void> {
    const answers = ['message', 'choice', 'action'];
    const last = before.findLast(({ from, what }) => from === 'me' && answers.includes(what));
    this.#close();
    dropPracticeDesk(this.#desk);
    if (last?.what === 'message') this.session.saveDraft(last.text);
    await PracticeStation.open(this.#live, this.session);
  }

  /** Somebody else has spoken: whoever looks elsewhere hears of it. */
  #announce(lines: RunView['state']['transcript']): void {
    const line = lines.findLast(({ what }) => what === 'inject' || what === 'ping');
    if (!line) return;
    const [first = ''] = line.text.trim().split('\n');
    const who = line.from === 'customer' ? this.session.scenario.customer.callName : '';
    say(this.ui, `${line.name ?? who}: ${first}`);
  }

  /** Puts an unfinished text into the composer. */
  #bringDraft(text: string): void {
    const ticketId = ticketOf(this.#desk, MAIN);
    if (ticketId === null || text === '') return;
    if (!this.#desk.drafts.find('reply', ticketId)) {
      saveDraft(this.#desk, { kind: 'reply', ticketId, text });
    }
    openComposer(this.ui, ticketId, 'reply');
  }
}

function openDeskOf(live: Ui, session: PracticeSession): Promise<Desk> {
  const clock = { now: () => session.now() };
  return openPracticeDesk(live.desk(), { runId: session.runId, clock });
}
