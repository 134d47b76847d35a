import { isMap, isScalar, isSeq, type Scalar } from 'yaml';
import type { ContentPath, YamlSource } from '../content-problem.ts';
import type { ScenarioProblem } from './scenario-problem.ts';
import { scenarioProblem } from './scenario-problem-at.ts';

/** What people say or read, at any length. */
const SPEECH = [
  'client',
  'narrator',
  'text',
  'reference',
  'why',
  'rule',
  'lesson',
  'hint',
  'hints',
];
/** Names and titles: short, but their ends are lost as easily. */
const NAMES = ['title', 'subject', 'label', 'name', 'callName', 'org', 'role', 'contact'];
const EXAMPLES = ['pass', 'fail'];

const SPOKEN = new Set([...SPEECH, ...EXAMPLES]);
const WORDED = new Set([...SPOKEN, ...NAMES]);

/** Characters that nobody types into a quoted text, but that \t, \b and their like are turned into. */
const ESCAPED = /[\u0007\b\t\v\f\u001b\u0085\u2028\u2029]/;

/** What YAML makes of the texts of people without a word: cut, or taken for something else. */
export function checkText(source: YamlSource): readonly ScenarioProblem[] {
  const found: ScenarioProblem[] = [];
  const work: [node: unknown, key: string, path: ContentPath][] = [
    [source.document.contents, '', []],
  ];
  for (let one = work.pop(); one !== undefined; one = work.pop()) {
    const [node, key, path] = one;
    if (isMap(node)) {
      for (const pair of node.items) {
        const name = isScalar(pair.key) ? String(pair.key.value) : '';
        work.push([pair.value, name, [...path, name]]);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) work.push([item, key, [...path, index]]);
    } else if (isScalar(node) && WORDED.has(key)) {
      for (const [code, value] of trapsOf(node, key)) {
        found.push(scenarioProblem(source, path, { code, params: { value } }));
      }
    }
  }
  return found;
}

type TrapCode = 'text-cut' | 'text-plain' | 'text-escaped';

function trapsOf(
  { type, comment, value }: Scalar,
  key: string,
): readonly (readonly [code: TrapCode, value: string])[] {
  if (typeof value !== 'string') return [];
  if (type === 'QUOTE_DOUBLE') return ESCAPED.test(value) ? [['text-escaped', value]] : [];
  if (type !== 'PLAIN') return [];
  if (comment) return [['text-cut', `#${comment}`]];
  return SPOKEN.has(key) ? [['text-plain', value]] : [];
}
