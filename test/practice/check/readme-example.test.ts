import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lexiconFolders } from '../../../src/app/practice/load-scenarios.ts';
import { resolvePaths } from '../../../src/config/paths.ts';
import { loadLexicon } from '../../../src/content/lexicon/load-lexicon.ts';
import { readTextForCheck } from '../../../src/content/scenario/read-for-check.ts';
import { severityOf } from '../../../src/content/scenario/scenario-problem.ts';
import { checkExamples } from '../../../src/practice/check/check-examples.ts';
import { checkScenario } from '../../../src/practice/check/check-scenario.ts';
import { stemsOnly } from '../../../src/practice/fact/word-forms.ts';
import { must } from '../../../src/util/must.ts';

const root = join(import.meta.dirname, '../../..');

it('the scenario that the README shows is one that can be played', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, text = ''] = /```yaml\n(format: smena-scenario\/1\n[\s\S]*?)```/.exec(readme) ?? [];
  const { problems, read } = readTextForCheck('kettle.scenario.yaml', text);
  const { scenario, isWhole, declared } = must(read, 'a scenario');
  const { facts } = loadLexicon(
    lexiconFolders({ paths: resolvePaths({}, root, '/nowhere') }),
    'ru',
  );
  const outside = { facts: new Set(facts.keys()), hasArticle: () => false };
  const found = [
    ...checkScenario(scenario, { ...outside, isWhole, declared }),
    ...checkExamples(scenario.facts, stemsOnly()),
  ];
  const errors = [...problems, ...found].filter((one) => severityOf(one) === 'error');
  expect(errors).toEqual([]);
});
