import { fileURLToPath } from 'node:url';
import { loadDemo } from '../../../src/content/demo/load-demo.ts';
import { loadPhrases } from '../../../src/content/demo/load-phrases.ts';
import { must } from '../../../src/util/must.ts';

/** The demo desk that ships. */
export const demoFolder = fileURLToPath(new URL('../../../templates/demo', import.meta.url));

/** Everything `generateStories` needs, from the shipped files. */
export function shippedDesk() {
  const { people, customers } = loadDemo(demoFolder);
  const { phrases } = loadPhrases(demoFolder);
  return { people, customers, phrases: must(phrases, 'phrases of the demo desk') };
}
