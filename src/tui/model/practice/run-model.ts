import type { PracticeAnswer } from '../../../app/practice/practice-session.ts';
import { practiceTuiTexts } from '../../../i18n/practice-tui-texts.ts';
import { toSafe } from '../../../util/to-safe.ts';
import { type Line, span } from '../../present/line.ts';
import type { Choice } from '../overlay-state.ts';
import { openPager, openPicker } from '../overlays.ts';
import { say, type Ui } from '../ui.ts';

const WAIT_MS = 5 * 60_000;

function words(ui: Ui) {
  return practiceTuiTexts(ui.store.get().language);
}

function play(ui: Ui, answer: PracticeAnswer): Promise<boolean> {
  const played = ui.practice?.play(answer) ?? Promise.resolve(false);
  ui.gate.hold(played);
  return played;
}

/** The next hint of the step, which costs a point; it stays in the ticket, too. */
export async function takeHint(ui: Ui): Promise<void> {
  if (!(await play(ui, { type: 'hinted' }))) return;
  const hint = ui.store.get().run?.state.transcript.findLast(({ what }) => what === 'hint');
  if (hint) say(ui, words(ui).hint(hint.text));
}

/** Takes the last answer back, in practice only. */
export function takeBack(ui: Ui): void {
  void play(ui, { type: 'retried' });
}

/** Lets some minutes of the run's own clock pass. */
export function letTimePass(ui: Ui): void {
  const { run } = ui.store.get();
  const isExam = run?.state.setup.mode === 'exam';
  if (isExam) return say(ui, words(ui).noWaitInExam, 'problem');
  void play(ui, { type: 'waited', ms: WAIT_MS });
}

/** Leaves the run as it stands. An exam has one attempt: that is asked first. */
export function leaveRun(ui: Ui): void {
  const { run } = ui.store.get();
  const t = words(ui);
  if (run?.state.setup.mode !== 'exam' || run.expected.isOver) return ui.practice?.leave();
  ask(ui, t.leaveExam, {
    [t.stay]: () => {},
    [t.leaveYes]: () => ui.practice?.leave(),
  });
}

/** Ends the run before its end; it is scored as it stands. */
export function endRun(ui: Ui): void {
  const t = words(ui);
  ask(ui, t.endRun, {
    [t.stay]: () => {},
    [t.endYes]: () => ui.practice?.end(),
  });
}

function ask(ui: Ui, title: string, answers: Readonly<Record<string, () => void>>): void {
  const choices = Object.keys(answers).map((label): Choice => {
    return { id: label, label, detail: '', disabled: null };
  });
  openPicker(ui, {
    purpose: 'practice-ask',
    title,
    isSearchable: false,
    choices,
    choose: ({ id }) => answers[id]?.(),
  });
}

/** Whoever runs a drill lets a prepared event happen. */
export function injectEvent(ui: Ui): void {
  const { run } = ui.store.get();
  const t = words(ui);
  const places = run?.expected.injections ?? [];
  const step = run?.scenario.steps.get(run.state.step);
  if (!step || places.length === 0) return say(ui, t.nothingPrepared, 'problem');
  openPicker(ui, {
    purpose: 'practice-inject',
    title: t.injectTitle,
    isSearchable: false,
    choices: places.map((place): Choice => {
      const { text = '', from = '' } = step.inject[place] ?? {};
      const [first = ''] = text.trim().split('\n');
      return { id: String(place), label: first, detail: from, disabled: null };
    }),
    choose: ({ id }) => void play(ui, { type: 'injected', index: Number(id) }),
  });
}

/** Who there is in the run, and whom to call. */
export function showPeople(ui: Ui): void {
  const { run } = ui.store.get();
  const t = words(ui);
  if (!run) return;
  const { people, customer } = run.scenario;
  const row = (name: string, about: string): Line => [
    span(toSafe(`  ${name}`), 'strong'),
    span(toSafe(`  ${about}`), 'muted'),
  ];
  const colleagues = [...people.values()].map(({ name, line, role, talksToCustomer }) =>
    row(name, t.colleague({ line, role, talksToCustomer })),
  );
  const lines = [row(customer.name, `${customer.org} · ${customer.role}`), [], ...colleagues];
  openPager(ui, t.peopleTitle, lines);
}
