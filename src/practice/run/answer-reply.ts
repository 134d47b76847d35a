import type { ReplyStep, Route } from '../../content/scenario/answer.ts';
import type { Scenario } from '../../content/scenario/scenario.ts';
import type { FactHit } from '../fact/fact-hit.ts';
import { customerLine } from './customer-lines.ts';
import { follow } from './enter-step.ts';
import { pickRoute } from './pick-route.ts';
import { keepPromises, makePromise } from './promises.ts';
import { withLine, withMark, withMood, withPenalty, withZeroed } from './record.ts';
import type { JudgedReply } from './run-event.ts';
import type { RunState } from './run-state.ts';
import { stay, withRouteHint } from './stay.ts';

/** The run after a reply to the customer, as it was judged. */
export function answerReply(scenario: Scenario, state: RunState, reply: JudgedReply): RunState {
  const step = scenario.steps.get(state.step);
  if (step === undefined || step.reply === null) return state;
  const hits = new Map(reply.facts.map((hit) => [hit.id, hit]));
  const written = withLine(state, {
    ...{ from: 'me', isPublic: true, what: 'message', text: reply.text, reply },
  });
  const judged = weigh(written, step.reply, hits);
  const told = reply.promises.reduce(makePromise, keepPromises(judged));
  const found = [...new Set([...told.found, ...hits.keys()])];
  const route = pickRoute(
    step.reply.routes,
    { ...told, found },
    {
      facts: new Set(hits.keys()),
      complete: new Set(),
    },
  );
  return goOn(scenario, { ...told, found }, route);
}

type Hits = ReadonlyMap<string, FactHit>;

/** Marks for all that was expected, and what the forbidden things cost. */
function weigh(state: RunState, { expect, forbid }: ReplyStep, hits: Hits): RunState {
  const { step } = state;
  const marked = expect.reduce((current, { fact, section, points, why, rule }) => {
    const evidence = hits.get(fact)?.evidence ?? null;
    return withMark(current, {
      key: `${step}/${fact}`,
      points: { section, points },
      isEarned: hits.has(fact),
      ...{ fact, evidence, why, rule },
    });
  }, state);
  return forbid.reduce((current, forbidden) => {
    const hit = hits.get(forbidden.fact);
    return hit === undefined ? current : punish(current, forbidden, hit);
  }, marked);
}

function punish(state: RunState, forbidden: ReplyStep['forbid'][number], hit: FactHit): RunState {
  const { fact, critical, penalty, mood, why, rule } = forbidden;
  const told = { fact, evidence: hit.evidence, why, rule };
  const key = `${state.step}/${fact}`;
  const fined = penalty === null ? state : withPenalty(state, key, penalty, told);
  const zeroed = critical === null ? fined : withZeroed(fined, key, critical, told);
  return withMood(zeroed, mood, { what: 'fact', id: fact });
}

/** To the next step; a way back to the same one is the customer's question, never a dead end. */
function goOn(scenario: Scenario, state: RunState, route: Route | null): RunState {
  if (route !== null && route.goto !== state.step) {
    return follow(scenario, withRouteHint(state, route), route);
  }
  const asked = withLine(state, {
    ...{ from: 'customer', isPublic: true, what: 'message' },
    text: customerLine('asks-again', scenario.lang, state),
  });
  return stay(scenario, asked, route);
}
