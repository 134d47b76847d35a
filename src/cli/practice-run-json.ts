import type { PlayedRun } from '../app/practice/play-answers.ts';
import type { Mark, TranscriptLine } from '../practice/run/run-state.ts';
import { iso } from './iso.ts';

/** A played run as programs read it. */
export function playedRunJson({ scenario, state, score, marks }: PlayedRun) {
  const { id, hash, lang } = scenario;
  const { setup, ending, step, mood, transcript, promises } = state;
  return {
    scenario: id,
    ...{ hash, lang, seed: setup.seed, mode: setup.mode },
    ...{ score: score.score, max: score.max, passed: score.passed },
    needsMentor: score.needsMentor,
    ending,
    endingStep: ending === null ? null : step,
    sections: score.sections.map(({ isZeroed, ...section }) => ({ ...section, zeroed: isZeroed })),
    facts: marks.filter((mark) => isOfReply(mark, transcript)).map(factJson),
    promises: promises.map(({ kind, text, madeAt, dueAt, state: kept }) => {
      return { kind, text, madeAt: iso(madeAt), dueAt: iso(dueAt), state: kept };
    }),
    mood,
    transcript: transcript.map(lineJson),
    marks: marks.map(markJson),
    hints: Object.values(state.hints).reduce((sum, count) => sum + count, 0),
    retries: state.retries,
  };
}

/** What was looked for in a reply; facts in forms are among the marks. */
function isOfReply({ fact, line }: Mark, transcript: readonly TranscriptLine[]): boolean {
  return fact !== null && transcript[line]?.what === 'message';
}

function factJson({ fact, step, outcome, evidence, points, max }: Mark) {
  return { id: fact, step, found: outcome !== 'not-found', evidence, points, max };
}

function markJson({ id, step, line, section, points, max, outcome, ...told }: Mark) {
  const { fact, evidence, why, rule } = told;
  const place = { id, step, line, section: section === '' ? null : section };
  return { ...place, points, max, outcome, fact, evidence, why, rule };
}

function lineJson({ at, step, from, name, what, text, ...rest }: TranscriptLine) {
  const { isPublic, attach, mood, choiceId, values, ticket, dueAt, cause } = rest;
  return {
    ...{ at: iso(at), from, what, text, step, name, public: isPublic },
    ...{ attach, mood, choice: choiceId, values, ticket, dueAt: iso(dueAt) },
    cause: cause === null ? null : `${cause.what}:${cause.id}`,
  };
}
