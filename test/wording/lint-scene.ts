import { join } from 'node:path';
import { loadWording } from '../../src/content/load-wording.ts';
import { usualConventions } from '../../src/domain/time-phrase-conventions.ts';
import { findPromises } from '../../src/wording/find-promises.ts';
import type {
  Finding,
  FindSources,
  InternalNames,
  LintOptions,
} from '../../src/wording/finding.ts';
import { lint } from '../../src/wording/lint.ts';
import { createWording, type Wording } from '../../src/wording/wording.ts';

/** The shipped rules. */
export const deskFolder = join(import.meta.dirname, '../../templates/desk/default');
export const shipped = loadWording(deskFolder, [], () => null);

/** What the desk of these tests keeps to itself. */
export const internalNames: InternalNames = {
  people: [
    { name: 'Пётр Сидоров', login: 'psidorov' },
    { name: 'Марина Ковальчук', login: 'm.kovalchuk' },
    { name: 'John Fletcher', login: 'jfletcher' },
  ],
  hosts: ['db01.corp.local', '10.20.0.15', 'zabbix.int'],
  customers: [{ name: 'ООО «Ромашка»' }, { name: 'Demo Steppe' }, { name: 'АО «Северный порт»' }],
};

/** A Wednesday, noon in Moscow. */
const now = Date.parse('2026-11-18T09:00:00Z');

/** The shipped wording, with names of the desk and articles. */
export function wordingWith(names: InternalNames, sourcesFor: FindSources = () => []): Wording {
  return createWording({ data: shipped, names, sourcesFor });
}

const usual: Wording = wordingWith(internalNames);

/** What the rules say of a text, written as mail to a customer unless told otherwise. */
export function lintIt(
  text: string,
  options: Partial<LintOptions> = {},
  wording: Wording = usual,
): readonly Finding[] {
  const promises = findPromises(text, {
    now,
    timeZone: 'Europe/Moscow',
    conventions: usualConventions,
  });
  const all: LintOptions = {
    language: null,
    reader: 'ru',
    audience: 'customer',
    channel: 'mail',
    kind: null,
    customer: null,
    isTechnical: false,
    customerTexts: [],
    promises,
    ...options,
  };
  return lint(text, all, wording);
}

/** The ids of the rules that speak. */
export function rulesOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.map(({ rule }) => rule))].toSorted();
}
