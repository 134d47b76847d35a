import type { Scenario } from '../../content/scenario/scenario.ts';
import { type Finding, finding } from './finding.ts';
import { takesAnswer } from './ways.ts';

const FEWEST_REPLIES = 2;
const FEWEST_ENDINGS = 3;

/** What makes a scenario poorer than it could be, although it can be played. */
export function checkCraft(scenario: Scenario): readonly Finding[] {
  const steps = [...scenario.steps.values()];
  const answered = steps.filter(takesAnswer);
  const chosen = answered.filter(({ choices }) => choices.length > 0);
  const replies = steps.filter(({ reply }) => reply !== null);
  const endings = steps.filter(({ end }) => end !== null);
  const isTalk = scenario.items === null;
  const counts = { count: chosen.length, of: answered.length };
  const isAskedMuch = isTalk && chosen.length * 3 > answered.length;
  const hasHints = replies.length === 0 || replies.some(({ hints }) => hints.length > 0);
  const isQuiet = isTalk && replies.length < FEWEST_REPLIES;
  return [
    ...(isAskedMuch ? [finding(['steps'], 'many-choices', counts)] : []),
    ...(isQuiet ? [finding(['steps'], 'few-replies', { count: replies.length })] : []),
    ...(endings.length < FEWEST_ENDINGS
      ? [finding(['steps'], 'few-endings', { count: endings.length })]
      : []),
    ...replies
      .filter(({ reference }) => reference === null)
      .map(({ id }) => finding(['steps', id], 'no-reference', { value: id })),
    ...(hasHints ? [] : [finding(['steps'], 'no-hints')]),
    ...unusedParts(scenario),
  ];
}

function unusedParts(scenario: Scenario): readonly Finding[] {
  const steps = [...scenario.steps.values()];
  const came = new Set(
    steps.flatMap((step) => [...step.attach, ...step.inject.flatMap((one) => one.attach)]),
  );
  const files = [...scenario.attachments.keys()].filter((id) => !came.has(id));
  const words = factsNamed(scenario);
  const facts = [...scenario.facts.keys()].filter((id) => !words.has(id));
  return [
    ...files.map((id) => finding(['attachments', id], 'unused', { value: id })),
    ...facts.map((id) => finding(['facts', id], 'unused', { value: id })),
  ];
}

/** Every fact that a scenario names anywhere. */
export function factsNamed({ steps }: Pick<Scenario, 'steps'>): ReadonlySet<string> {
  const named = [...steps.values()].flatMap(({ reply, actions, routes }) => {
    const ways = [...(reply?.routes ?? []), ...actions.flatMap((one) => one.routes), ...routes];
    const fields = actions.flatMap(({ form }) => [...form.values()]);
    return [
      ...(reply?.expect ?? []).map(({ fact }) => fact),
      ...(reply?.forbid ?? []).map(({ fact }) => fact),
      ...ways.flatMap(({ when }) => [...when.has, ...when.lacks, ...when.ever]),
      ...fields.flatMap(({ has, lacks }) => [...has, ...lacks]),
    ];
  });
  return new Set(named);
}
