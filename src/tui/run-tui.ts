import { userInfo } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { render } from 'ink';
import { createElement } from 'react';
import { hasDemo, hasRealTickets } from '../app/demo/demo-presence.ts';
import { closeDesk } from '../app/desk/close-desk.ts';
import { openContent } from '../app/desk/content-library.ts';
import type { Desk } from '../app/desk/desk.ts';
import { beginSession, endSession, wasUnclean } from '../app/desk/desk-session.ts';
import { openDesk } from '../app/desk/open-desk.ts';
import { recallZones } from '../app/desk/zone-memory.ts';
import { holdAgain } from '../app/letter/hold-again.ts';
import { listQueues } from '../app/queue/list-queues.ts';
import { rememberOpenTicket } from '../app/ticket/find-ticket.ts';
import { lastTyping, listDrafts } from '../app/ticket/save-draft.ts';
import { tuiTexts } from '../i18n/tui-texts.ts';
import { uuidv7 } from '../util/id.ts';
import { createDispatcher } from './actions/dispatch.ts';
import { KeyGate } from './actions/key-gate.ts';
import { workBindings } from './actions/practice-run-actions.ts';
import { bindActions } from './actions/registry.ts';
import { App } from './app.tsx';
import { type Heartbeat, startHeartbeat } from './heartbeat.ts';
import { refreshStatus } from './model/act.ts';
import { initialState } from './model/initial-state.ts';
import { showQueue } from './model/queue-model.ts';
import { sayProblem } from './model/say-problem.ts';
import { openDraft } from './model/tray-model.ts';
import { say, texts, type Ui } from './model/ui.ts';
import { UiStore } from './model/ui-store.ts';
import { openStage } from './open-stage.ts';
import type { PracticeOrder, StartOptions } from './start-tui.ts';
import { Terminal } from './terminal-session.ts';
import { themeFor } from './theme/theme-for.ts';

/** Runs the workstation: welcome on a new store, then the screens until they are left. */
export async function runTui(options: StartOptions): Promise<void> {
  recallZones(options.paths, options.clock.now());
  const desk = await open(options);
  const isNew = options.person === null && options.settings.person === null;
  const needsWelcome = isNew && !hasDemo(desk) && !hasRealTickets(desk);
  const terminal = new Terminal(options);
  try {
    if (!needsWelcome) return await work(desk, options, terminal);
    const { runWelcome } = await import('./run-welcome.ts');
    const welcomed = await runWelcome(desk, options, terminal);
    if (welcomed) await work(welcomed.desk, options, terminal, welcomed.imported);
  } finally {
    terminal.close();
  }
}

function open(options: StartOptions): Promise<Desk> {
  const { paths, settings, clock, language } = options;
  const login = options.person ?? settings.person ?? userInfo().username;
  const isAsked = options.person !== null;
  const seat = { login, name: login, role: 'engineer', line: '2', isAsked } as const;
  return openDesk({ paths, settings, language, clock, makeId: uuidv7, seat });
}

async function work(
  desk: Desk,
  options: StartOptions,
  terminal: Terminal,
  greeting: string | null = null,
): Promise<void> {
  const { promise: left, resolve: leave } = Promise.withResolvers<void>();
  const isAfterCrash = wasUnclean(desk);
  const ui = createUi(desk, options, terminal, leave);
  prepare(ui);
  if (isAfterCrash) resumeTyping(ui);
  if (greeting) say(ui, greeting);
  const theme = themeFor(options.settings.theme, options.env);
  const props = { ui, theme, onMount: terminal.onMount };
  const app = render(createElement(App, props), terminal.renderOptions);
  const stage = openStage(terminal, app, props);
  ui.stage = stage;
  terminal.attach(createDispatcher(ui), stage.fit, () => app.clear());
  // Waits for the disk, so the first frame stands before it.
  beginSession(desk);
  ui.painted = async () => {
    // React draws on the next turn; only then there is something to wait for.
    await setImmediate();
    await app.waitUntilRenderFlush();
  };
  const heartbeat = beat(ui, options, isAfterCrash);
  if (options.practice) practise(ui, options.practice);
  terminal.onEmergency(stage.saveAll);
  try {
    // A mistake while drawing ends the renderer: it must end the program too, with the draft saved.
    await Promise.race([left, app.waitUntilExit()]);
  } finally {
    heartbeat.stop();
  }
  app.unmount();
  await app.waitUntilExit();
  terminal.close();
  await heartbeat.link.stop();
  leaveDesk(ui, terminal);
}

/** Begins with the tab of practice, and the run that was asked for. */
function practise(ui: Ui, order: PracticeOrder): void {
  const begun = import('./model/practice/practice-model.ts').then(({ practiseAtStart }) =>
    practiseAtStart(ui, order),
  );
  ui.gate.hold(begun.catch((error: unknown) => sayProblem(ui, error)));
}

function beat(ui: Touchable, { version }: StartOptions, wasUnclean: boolean): Heartbeat {
  const lastSeen = ui.desk().meta.get('last-seen');
  const heartbeat = startHeartbeat(ui, { wasUnclean, lastSeen, version });
  ui.touch = heartbeat.touch;
  ui.link = heartbeat.link;
  return heartbeat;
}

function leaveDesk(ui: Ui, terminal: Terminal): void {
  const desk = ui.desk();
  rememberOpenTicket(desk, null);
  endSession(desk);
  terminal.farewell(texts(ui).farewell(listDrafts(desk).length));
  closeDesk(desk);
}

type Touchable = { -readonly [Key in keyof Ui]: Ui[Key] };

function createUi(
  desk: Desk,
  options: StartOptions,
  terminal: Terminal,
  leave: () => void,
): Touchable {
  const own = options.settings.keys;
  const { bindings, problems } = bindActions(own);
  const atWork = workBindings(bindings);
  const content = openContent(desk);
  const gate = new KeyGate();
  const ui: Touchable = {
    desk: () => desk,
    store: new UiStore(initialState(desk, terminal.size())),
    terminal: terminal.port,
    content: () => content,
    bindings: () => atWork,
    gate,
    painted: () => Promise.resolve(),
    leave: () => {
      gate.close();
      leave();
    },
    touch: () => {},
  };
  // The defaults are known to be right; looking them through costs milliseconds of a start.
  const [problem] = Object.keys(own).length > 0 ? problems() : [];
  if (problem) say(ui, `${problem.kind}: ${problem.detail}`, 'problem');
  return ui;
}

/** Reads what the first frame shows: the first queue, what burns, what happened meanwhile. */
function prepare(ui: Ui): void {
  const desk = ui.desk();
  ui.store.set({ hasDemo: hasDemo(desk) });
  showQueue(ui, listQueues(desk)[0]?.code ?? 'all-open');
  // With nothing of one's own the work waits in a later queue.
  const busy = ui.store.get().counts.find(({ count }) => count > 0)?.queue.code;
  if (ui.store.get().queue.total === 0 && busy) showQueue(ui, busy);
  refreshStatus(ui);
  const held = holdAgain(desk);
  if (held) {
    const seconds = Math.round((held.until - desk.clock.now()) / 1000);
    say(ui, tuiTexts(desk.language).toastSent(held.number, seconds));
  }
  ui.store.set({ held });
}

/** A killed terminal gives the sentence back: what was being written then stands open again. */
function resumeTyping(ui: Ui): void {
  const last = lastTyping(ui.desk());
  if (last) openDraft(ui, last);
}
