import type { Desk } from '../app/desk/desk.ts';
import type { LearnerOverview } from '../app/practice/practice-overview.ts';
import type { FoundRun } from '../app/practice/practice-people.ts';
import type { ChannelSignOff, RecordedMark } from '../domain/practice/practice-record.ts';
import { resultOf } from '../domain/practice/run-result.ts';
import { iso } from './iso.ts';

type People = Pick<Desk, 'people'>;

/** A recorded run after what mentors said of it, as `--json` prints it. */
export function runJson(desk: People, { record, run }: FoundRun, texts: ReadonlySet<string>) {
  const { score, passed, isWaiting, sections } = resultOf(run, record);
  const isOfRun = ({ runId }: { readonly runId: string }) => runId === run.id;
  const { id, lang, title, mode, max, pass, ending, needsMentor, isRepeated, verdict } = run;
  return {
    ...{ id, ...nameOf(desk, 'person', record.personId), scenario: run.scenarioId },
    ...{ hash: run.scenarioHash, lang, title, mode },
    ...{ startedAt: iso(run.startedAt), finishedAt: iso(run.finishedAt) },
    ...{ score, recordedScore: run.score, max, pass, passed, ending },
    ...{ needsMentor, waiting: isWaiting, repeated: isRepeated },
    // Whether it was played on the text that is in force here.
    current: texts.has(run.scenarioHash),
    sections: sections.map(({ isZeroed, ...section }) => ({ ...section, zeroed: isZeroed })),
    disputes: record.disputes.filter(isOfRun).map(({ markId, fact, text, at }) => {
      return { mark: markId, fact, text, at: iso(at) };
    }),
    overrides: record.overrides.filter(isOfRun).map(({ markId, isFound, points, ...said }) => ({
      ...{ mark: markId, fact: said.fact, found: isFound, points, reason: said.reason },
      ...signed(desk, said),
    })),
    comments: record.comments.filter(isOfRun).map(({ id: commentId, line, text, ...said }) => {
      return { id: commentId, line, text, ...signed(desk, said) };
    }),
    verdict: verdict && {
      ...{ passed: verdict.isPassed, reason: verdict.reason },
      ...signed(desk, verdict),
    },
  };
}

/** The marks of a run, as `--json` prints them. */
export function markJson({ id, section, points, max, fact, outcome }: RecordedMark) {
  return { id, section, points, max, fact, outcome };
}

/** What stands for a channel, as `--json` prints it. */
export function signOffJson(desk: People, signOff: ChannelSignOff) {
  const { channel, state, scenarioIds, reason } = signOff;
  return { channel, state, scenarios: scenarioIds, reason, ...signed(desk, signOff) };
}

/** Somebody who learns, as `--json` prints them. */
export function learnerJson(desk: People, learner: LearnerOverview) {
  const { person, path, exams, weak, waiting, disputes, signOffs, attestation, help } = learner;
  const { next } = path;
  return {
    ...{ person: person.name, personId: person.id, role: person.role },
    path: {
      done: path.done,
      total: path.total,
      percent: path.percent,
      next: next?.item.item.id ?? null,
    },
    ...{ exams, weakest: weak },
    waiting: waiting.map(({ id, scenarioId, title, finishedAt }) => {
      return { run: id, scenario: scenarioId, title, finishedAt: iso(finishedAt) };
    }),
    disputes: disputes.map(({ runId, markId, fact, text, at }) => {
      return { run: runId, mark: markId, fact, text, at: iso(at) };
    }),
    signOffs: signOffs.map((one) => signOffJson(desk, one)),
    certificate: attestation && {
      ...{ code: attestation.code, title: attestation.title },
      ...{ at: iso(attestation.at), expiresAt: iso(attestation.expiresAt) },
    },
    help,
  };
}

function signed(desk: People, { byId, at }: { readonly byId: string; readonly at: number }) {
  return { ...nameOf(desk, 'by', byId), at: iso(at) };
}

function nameOf<Key extends string>({ people }: People, key: Key, id: string) {
  return { [key]: people.person(id)?.name ?? null, [`${key}Id`]: id };
}
