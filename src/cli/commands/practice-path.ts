import { itemTitle, lockerTitle } from '../../app/practice/item-title.ts';
import {
  type LearningView,
  type PlanView,
  readLearning,
  readPlan,
} from '../../app/practice/learning.ts';
import { finishLesson } from '../../app/practice/read-lesson.ts';
import { maySeePractice } from '../../domain/practice/practice-right.ts';
import { refusal } from '../../domain/refusal.ts';
import { fill } from '../../i18n/fill.ts';
import { loadPracticePathTexts, type PracticePathTexts } from '../../i18n/practice-path-texts.ts';
import { practiceTuiTexts } from '../../i18n/practice-tui-texts.ts';
import type { ItemProgress } from '../../practice/path/path-progress.ts';
import type { CommandInput } from '../command-input.ts';
import { iso } from '../iso.ts';
import { itemJson, progressJson } from '../practice-path-json.ts';
import { readPerson } from '../read-person.ts';
import { RefusedError, refusedError } from '../refused.ts';
import type { Session } from '../session.ts';
import { tellLearningProblems } from '../tell-learning-problems.ts';

const DAY_MS = 86_400_000;

/** `smena practice path [PERSON]`: the learning path, how far it goes and what comes next. */
export async function practicePath(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const named = input.argument(0);
  const person = named === undefined ? desk.me : readPerson(desk, named);
  if (!maySeePractice(desk.me, person.id, desk.config)) {
    throw new RefusedError(refusal('practice-not-yours'), null);
  }
  const view = await readLearning(desk, person);
  await tellLearningProblems(session, view.problems);
  if (session.output.isJson) {
    const whose = { person: person.name, personId: person.id };
    return session.output.json({ ...whose, ...progressJson(view) });
  }
  printPath(session, view, await loadPracticePathTexts(session.language));
}

function printPath({ output }: Session, view: LearningView, texts: PracticePathTexts): void {
  const { path, progress } = view;
  const { percent, done, total } = progress;
  output.row(fill(texts.progress, { title: path.title, percent, done, total }));
  for (const { day, title, items } of progress.days) {
    output.row('');
    output.row(fill(texts.day, { day, title }));
    for (const one of items) output.row(itemRow(one, view, texts));
  }
  output.row('');
  output.row(texts.signOffs);
  for (const { channel, scenarios: asked, isReady, isSignedOff } of progress.signOffs) {
    const open = asked.filter(({ isPassed }) => !isPassed);
    const what = open.map(({ id }) => lockerTitle(id, view)).join('; ') || '—';
    const missing = fill(texts.gate.missing, { what });
    const state = isSignedOff ? texts.gate.signedOff : isReady ? texts.gate.ready : missing;
    output.row(`  ${channel}: ${state}`);
  }
  printNext({ output }, view, texts);
}

function itemRow(
  { item, state, lockedBy, best }: ItemProgress,
  view: LearningView,
  texts: PracticePathTexts,
): string {
  const kind = texts.kinds[item.kind === 'scenario' ? item.mode : item.kind];
  const name = `${itemTitle(item, view.scenarios)} [${item.id}]`;
  const lockers = lockedBy.map((id) => lockerTitle(id, view)).join('; ');
  const why = lockers === '' ? '' : ` (${fill(texts.lockedBy, { what: lockers })})`;
  const score = best ? ` · ${fill(texts.best, { ...best })}` : '';
  const sign = state === 'done' ? '✓' : '·';
  return `  ${sign} ${kind}: ${name} — ${texts.states[state]}${why}${score}`;
}

function printNext(
  { output }: Pick<Session, 'output'>,
  { progress: { next }, scenarios }: LearningView,
  texts: PracticePathTexts,
): void {
  if (next === null) return output.row(texts.pathDone);
  const title = itemTitle(next.item.item, scenarios);
  output.row(`${fill(texts.next, { title })} (${texts.why[next.why]})`);
}

/** `smena practice plan`: today's due skills, a run that waits, the next item of the path. */
export async function practicePlan(session: Session): Promise<void> {
  const desk = await session.desk();
  const view = await readPlan(desk);
  await tellLearningProblems(session, view.problems);
  if (session.output.isJson) return session.output.json(planJson(view, desk.clock.now()));
  const texts = await loadPracticePathTexts(session.language);
  const { skillName } = practiceTuiTexts(session.language);
  const { output } = session;
  if (view.resumable) output.row(fill(texts.resume, { title: view.resumable.title }));
  output.row(view.due.length > 0 ? texts.dueTitle : texts.nothingDue);
  for (const { card, scenarioId } of view.due) {
    const since = Math.floor((desk.clock.now() - (card.lastAt ?? card.dueAt)) / DAY_MS);
    const percent = Math.round(card.lastPercent ?? 0);
    const play = scenarioId === null ? texts.nothingToPlay : playText(view, scenarioId, texts);
    const skill = skillName(card.skill);
    output.row(`  ${fill(texts.due, { skill, percent, since })} — ${play}`);
  }
  printNext(session, view, texts);
}

function playText({ scenarios }: PlanView, id: string, texts: PracticePathTexts): string {
  const title = scenarios.find((one) => one.id === id)?.title ?? id;
  return fill(texts.play, { title: `${title} [${id}]` });
}

function planJson(view: PlanView, now: number) {
  const { due, resumable, progress, scenarios } = view;
  const titles = new Map(scenarios.map(({ id, title }) => [id, title]));
  const { next } = progress;
  return {
    asOf: iso(now),
    skills: due.map(({ card, scenarioId }) => ({
      skill: card.skill,
      dueAt: iso(card.dueAt),
      lastAt: iso(card.lastAt),
      lastPercent: card.lastPercent,
      scenario: scenarioId === null ? null : (titles.get(scenarioId) ?? null),
      scenarioId,
    })),
    resumable: resumable && {
      runId: resumable.run.id,
      scenarioId: resumable.run.scenarioId,
      title: resumable.title,
      mode: resumable.run.mode,
      startedAt: iso(resumable.run.startedAt),
    },
    next: next && { ...itemJson(next.item, scenarios), why: next.why },
    percent: progress.percent,
  };
}

/** `smena practice lesson ITEM`: a lesson of the path was read. */
export async function practiceLesson(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const item = input.required(0);
  const refusal = await finishLesson(desk, item);
  if (refusal) throw refusedError(desk, refusal, null);
  if (session.output.isJson) return session.output.json({ item, done: true });
  session.output.talk((await loadPracticePathTexts(session.language)).lessonDone);
}
