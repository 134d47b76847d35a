import { loadLexicon } from '../../../content/lexicon/load-lexicon.ts';
import type { FactRule } from '../../../content/scenario/fact-rule.ts';
import type {
  FactDispute,
  FactOverride,
  RecordedRun,
  RunComment,
} from '../../../domain/practice/practice-record.ts';
import { type RunResult, resultOf } from '../../../domain/practice/run-result.ts';
import type { Language } from '../../../domain/vocabulary.ts';
import type { Desk } from '../../desk/desk.ts';
import { findScenario, lexiconFolders } from '../load-scenarios.ts';
import {
  type ComparedReply,
  compareWithReference,
  type ReplayedRun,
  replayRun,
} from '../replay-run.ts';

/** A run as it is gone through afterwards, with everything that was said of it. */
export interface ReadRun extends ReplayedRun {
  /** Name of who played; null when it was the reader. */
  readonly author: string | null;
  readonly replies: readonly ComparedReply[];
  /** What a fact is called, and what it teaches, by its id. */
  readonly facts: ReadonlyMap<string, { readonly title: string; readonly rule: string | null }>;
  /** As it stands in the practice record, and what mentors made of it; null while it is private. */
  readonly recorded: RecordedRun | null;
  readonly result: RunResult | null;
  readonly comments: readonly RunComment[];
  readonly disputes: readonly FactDispute[];
  readonly overrides: readonly FactOverride[];
}

/** Reads a run: one's own of this workstation, or one that stands in a practice record. */
export function readRun(desk: Desk, runId: string): ReadRun {
  const played = replayRun(desk, runId);
  const { personId, scenario } = played;
  const rules = [...lexiconOf(desk, scenario.lang), ...scenario.facts.values()];
  const record = desk.practiceRecords.of(personId);
  const ofRun = (item: { readonly runId: string }) => item.runId === played.runId;
  const recorded = record.runs.find(({ id }) => id === played.runId) ?? null;
  return {
    ...played,
    author: personId === desk.me.id ? null : (desk.people.person(personId)?.name ?? null),
    replies: compareWithReference(played),
    facts: new Map(rules.map((fact) => [fact.id, { title: titleOf(fact), rule: fact.rule }])),
    recorded,
    result: recorded && resultOf(recorded, record),
    comments: record.comments.filter(ofRun),
    disputes: record.disputes.filter(ofRun),
    overrides: record.overrides.filter(ofRun),
  };
}

/** What facts are called, by id: those of the lexicon and of some scenarios. */
export async function factTitles(
  desk: Pick<Desk, 'paths' | 'language'>,
  scenarioIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { language } = desk;
  const ids = [...new Set(scenarioIds)];
  const scenarios = await Promise.all(ids.map((id) => findScenario(desk, id, language)));
  const own = scenarios.flatMap((scenario) => [...(scenario?.facts.values() ?? [])]);
  const facts = [...own, ...lexiconOf(desk, language)];
  return new Map(facts.map((fact) => [fact.id, titleOf(fact)]));
}

function lexiconOf(desk: Pick<Desk, 'paths'>, lang: Language): readonly FactRule[] {
  return [...loadLexicon(lexiconFolders(desk), lang).facts.values()];
}

/** A fact that nobody named goes by the way it is said. */
function titleOf({ id, title, examples }: FactRule): string {
  const [said] = examples.pass;
  return title ?? (said === undefined ? id : `«${said.trim()}»`);
}
