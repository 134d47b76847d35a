import { loadLexicon } from '../../content/lexicon/load-lexicon.ts';
import { loadTimeConventions } from '../../content/load-promise-words.ts';
import type { FactRule } from '../../content/scenario/fact-rule.ts';
import type { Scenario, Step } from '../../content/scenario/scenario.ts';
import { type TimeConventions, usualConventions } from '../../domain/time-phrase-conventions.ts';
import type { FactBook } from '../../practice/fact/fact-book.ts';
import type { FactHit } from '../../practice/fact/fact-hit.ts';
import { findFacts } from '../../practice/fact/find-facts.ts';
import { factsToLookFor } from '../../practice/judge/facts-to-look-for.ts';
import { judgeReply } from '../../practice/judge/judge-reply.ts';
import type { FormValues, JudgedReply, RunEvent } from '../../practice/run/run-event.ts';
import type { RunState } from '../../practice/run/run-state.ts';
import { must } from '../../util/must.ts';
import { createWording, type Wording } from '../../wording/wording.ts';
import type { Desk } from '../desk/desk.ts';
import { ownFolders, shippedFolder } from '../desk/pack-folders.ts';
import { readWordingFiles } from '../wording/open-wording.ts';
import { lexiconFolders } from './load-scenarios.ts';
import type { PracticeAnswer } from './practice-session.ts';
import { prepareWords } from './prepare-words.ts';

/** Judges what a person did where a run stands: its event is folded later, whatever the lexicon becomes. */
export interface AnswerJudge {
  /** `at` is the instant of the run's own clock at which the answer has its effect. */
  eventOf(state: RunState, answer: PracticeAnswer, at: number): Promise<RunEvent>;
}

/** What every reply of a run is judged with. */
interface Judging {
  readonly desk: Pick<Desk, 'paths' | 'language'>;
  readonly scenario: Scenario;
  readonly lexicon: FactBook;
  readonly wording: Wording;
  readonly conventions: TimeConventions;
}

/**
 * What judges the answers of a run: the lexicon of its language and the rules of wording. Names of
 * the live desk are left out of it, or the same answers would count otherwise at another desk.
 */
export async function openJudge(
  desk: Pick<Desk, 'paths' | 'language'>,
  scenario: Scenario,
): Promise<AnswerJudge> {
  const { facts: lexicon } = loadLexicon(lexiconFolders(desk), scenario.lang);
  const times = loadTimeConventions(shippedFolder(desk.paths), ownFolders(desk.paths));
  const names = { people: [], hosts: [], customers: [] };
  const data = await readWordingFiles(desk);
  const judging = {
    ...{ desk, scenario, lexicon },
    wording: createWording({ data, names, sourcesFor: () => [] }),
    conventions: times.ok ? times.value : usualConventions,
  };
  return { eventOf: (state, answer, at) => toEvent(judging, { state, at }, answer) };
}

/** Who refers to the customer's confirmation, in whatever words, does not close without it. */
const UNCONFIRMED = 'L21';

interface Moment {
  readonly state: RunState;
  readonly at: number;
}

async function toEvent(
  judging: Judging,
  moment: Moment,
  answer: PracticeAnswer,
): Promise<RunEvent> {
  switch (answer.type) {
    case 'replied':
      return { type: 'replied', reply: await judgedReply(judging, moment, answer.text) };
    case 'acted': {
      const { name, values } = answer;
      return { type: 'acted', name, values, facts: await factsOfForm(judging, moment, answer) };
    }
    case 'opened':
      return {
        type: 'opened',
        attachment: answer.attachment ?? null,
        article: answer.article ?? null,
      };
    case 'waited':
      return { type: 'waited' };
    default:
      return answer;
  }
}

async function judgedReply(
  { desk, scenario, lexicon, wording, conventions }: Judging,
  { state, at }: Moment,
  text: string,
): Promise<JudgedReply> {
  const { customer } = scenario;
  const step = stepOf(scenario, state);
  const facts = factsToLookFor(step, scenario, lexicon);
  const { words } = await prepareWords(desk, [text], bookOf(facts));
  const said = state.transcript.filter(({ what }) => what === 'message' || what === 'ping');
  const asksGreeting = step.reply?.expect.some(({ fact }) => fact === 'greeting') ?? false;
  const isFirst = asksGreeting && !said.some(({ from }) => from === 'me');
  const judged = judgeReply(text, {
    ...{ now: at, timeZone: customer.zone, conventions, callName: customer.callName },
    ...{ facts, words, wording, lang: scenario.lang, reader: scenario.lang },
    ...{ channel: customer.channel, customer: customer.name },
    isTechnical: customer.level === 'technical',
    // A closing has expected facts of its own: what is missing there is never an error as well.
    occasion: isFirst ? 'first' : null,
    customerTexts: said.filter(({ from }) => from === 'customer').map((line) => line.text),
  });
  const isConfirmed = judged.facts.some(({ id }) => id === 'confirm_close');
  return isConfirmed
    ? { ...judged, remarks: judged.remarks.filter(({ rule }) => rule !== UNCONFIRMED) }
    : judged;
}

/** Facts of the fields that are judged by them. */
async function factsOfForm(
  { desk, scenario, lexicon, conventions }: Judging,
  { state, at }: Moment,
  { name, values }: { readonly name: string; readonly values: FormValues },
): Promise<Readonly<Record<string, readonly FactHit[]>>> {
  const step = stepOf(scenario, state);
  const action = step.actions.find((one) => one.name === name);
  const asked = [...(action?.form ?? [])].filter(
    ([, { has, lacks }]) => has.length > 0 || lacks.length > 0,
  );
  if (asked.length === 0) return {};
  const facts = factsToLookFor(step, scenario, lexicon);
  const texts = asked.map(([field]) => textOf(values, field));
  const { words } = await prepareWords(desk, texts, bookOf(facts));
  const { zone: timeZone, callName } = scenario.customer;
  const scene = { now: at, timeZone, conventions, callName };
  return Object.fromEntries(
    asked.map(([field], index) => [field, findFacts(texts[index] ?? '', facts, words, scene)]),
  );
}

function textOf(values: FormValues, field: string): string {
  const value = Object.hasOwn(values, field) ? values[field] : undefined;
  return value === undefined ? '' : [value].flat().join('\n');
}

function bookOf(facts: readonly FactRule[]): FactBook {
  return new Map(facts.map((fact) => [fact.id, fact]));
}

function stepOf({ steps }: Scenario, { step }: RunState): Step {
  return must(steps.get(step), 'step of a run');
}
