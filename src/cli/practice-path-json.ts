import { itemTitle } from '../app/practice/item-title.ts';
import type { LearningView } from '../app/practice/learning.ts';
import type { ListedScenario } from '../app/practice/list-scenarios.ts';
import type { ItemProgress } from '../practice/path/path-progress.ts';

/** The learning path of somebody as JSON. */
export function progressJson({ path, progress, scenarios }: LearningView) {
  const { percent, done, total, days, next, signOffs } = progress;
  return {
    title: path.title,
    ...{ percent, done, total },
    next: next && { ...itemJson(next.item, scenarios), why: next.why },
    days: days.map(({ day, title, items }) => {
      return { day, title, items: items.map((one) => itemJson(one, scenarios)) };
    }),
    signOffs: signOffs.map(({ channel, scenarios: asked, isReady, isSignedOff }) => ({
      channel,
      ready: isReady,
      signedOff: isSignedOff,
      scenarios: asked.map(({ id, isPassed }) => ({ id, passed: isPassed })),
    })),
  };
}

/** One item of the learning path as JSON. */
export function itemJson(
  { item, state, lockedBy, best }: ItemProgress,
  scenarios: readonly ListedScenario[],
) {
  return {
    ...{ id: item.id, kind: item.kind, title: itemTitle(item, scenarios), state },
    scenarioId: item.kind === 'scenario' ? item.scenario : null,
    mode: item.kind === 'scenario' ? item.mode : null,
    article: item.kind === 'lesson' ? item.article : null,
    card: item.kind === 'lesson' ? item.card : null,
    topics: item.kind === 'quiz' ? item.topics : null,
    attestation: item.kind === 'quiz' ? item.isAttestation : null,
    ...{ requires: item.requires, lockedBy, best },
  };
}
