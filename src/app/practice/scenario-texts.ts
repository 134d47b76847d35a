import type { PracticeRecord } from '../../domain/practice/practice-record.ts';
import { passedExam } from '../../domain/practice/run-result.ts';
import type { Desk } from '../desk/desk.ts';
import { loadScenarios } from './load-scenarios.ts';

/** Hashes of the scenarios in force here, in every language. */
export async function scenarioTexts(desk: Desk): Promise<ReadonlySet<string>> {
  const { cards } = await loadScenarios(desk);
  return new Set(cards.map(({ hash }) => hash));
}

/** Scenarios whose passed exam was taken on another text than the one in force, by id. */
export function passedOnOtherText(
  record: PracticeRecord,
  scenarioIds: readonly string[],
  texts: ReadonlySet<string>,
): readonly string[] {
  return scenarioIds.filter((id) => {
    const exam = passedExam(record, id);
    return exam !== null && !texts.has(exam.scenarioHash);
  });
}
