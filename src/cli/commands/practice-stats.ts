import { practiceStats } from '../../app/practice/practice-stats.ts';
import { fill } from '../../i18n/fill.ts';
import { loadPracticePathTexts } from '../../i18n/practice-path-texts.ts';
import type { Session } from '../session.ts';

/** `smena practice stats`: what mentors judge otherwise than the program, and what is passed least. */
export async function practiceStatsCommand(session: Session): Promise<void> {
  const desk = await session.desk();
  const { facts, scenarios } = await practiceStats(desk);
  const { output } = session;
  if (output.isJson) return output.json({ facts, scenarios });
  const texts = await loadPracticePathTexts(session.language);
  if (facts.length === 0 && scenarios.length === 0) return output.talk(texts.noStats);
  output.row(texts.factsTitle);
  for (const one of facts) {
    const rate = Math.round(one.overrideRate * 100);
    output.row(`  ${fill(texts.factRow, { ...one, rate })}`);
  }
  output.row(texts.scenariosTitle);
  for (const { title, runs, passed, passRate, medianPercent: median } of scenarios) {
    const rate = Math.round(passRate * 100);
    output.row(`  ${fill(texts.scenarioRow, { title, runs, passed, rate, median })}`);
  }
}
