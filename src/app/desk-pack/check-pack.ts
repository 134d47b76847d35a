import { join } from 'node:path';
import type { Paths } from '../../config/paths.ts';
import type { ContentProblem } from '../../content/content-problem.ts';
import type { DeskProblem } from '../../content/desk/desk-problem.ts';
import { type DeskPack, loadPack } from '../../content/desk/load-pack.ts';
import { problemAtValue, readPackSource } from '../../content/desk/pack-file.ts';
import { type DataName, folderProblems, namesIn, ownWords } from '../../content/desk/pack-files.ts';
import type { PartName } from '../../content/desk/pack-parts.ts';
import { partNames } from '../../content/desk/read-pack.ts';
import { loadChecklists } from '../../content/load-checklists.ts';
import { loadTimeConventions } from '../../content/load-promise-words.ts';
import { spellingProblems } from '../../content/load-spelling-words.ts';
import { loadWording } from '../../content/load-wording.ts';
import { parseTicketQuery } from '../../search/parse-query.ts';
import { shippedFolder } from '../desk/pack-folders.ts';
import { deskVocabulary } from '../queue/query-vocabulary.ts';
import { tryPattern } from '../wording/try-pattern.ts';

/** A folder that was looked at as a desk pack. */
export interface CheckedPack {
  readonly problems: readonly DeskProblem[];
  /** The pack with what it takes from elsewhere; null when something is wrong. */
  readonly pack: DeskPack | null;
  /** Parts that the folder does not have, so that those of the shipped pack hold. */
  readonly fromDefault: readonly PartName[];
  /** How many entries each list of the pack has. */
  readonly counts: Readonly<Partial<Record<PartName, number>>>;
}

/**
 * Checks a folder as a desk pack: everything that is wrong in all of its files, at once. What it does
 * not have comes from the folders `beside` it, else from the shipped pack.
 */
export function checkPack(
  paths: Paths,
  folder: string,
  beside: readonly string[] = [],
): CheckedPack {
  const whole = folderProblems(folder);
  const isPack = !whole.some(({ code }) => code.startsWith('folder-'));
  if (!isPack) return { problems: whole, pack: null, fromDefault: [], counts: {} };
  const loaded = loadPack([folder, ...beside, shippedFolder(paths)]);
  const problems = [
    ...whole,
    ...(loaded.ok ? queryProblems(loaded.pack) : loaded.problems),
    ...dataProblems(shippedFolder(paths), folder),
  ];
  const own = namesIn(folder);
  return {
    problems,
    pack: loaded.ok && problems.length === 0 ? loaded.pack : null,
    fromDefault: partNames.filter((part) => !own.includes(part)),
    counts: loaded.ok ? countsOf(loaded.pack) : {},
  };
}

function countsOf({ desk }: DeskPack): CheckedPack['counts'] {
  const { lines, statuses, calendars, policies, queues, routing, ladders } = desk;
  return {
    lines: lines.length,
    people: desk.people.length,
    statuses: statuses.length,
    kinds: desk.kinds.filter(({ isOn }) => isOn).length,
    calendars: calendars.length,
    policies: policies.length,
    queues: queues.length,
    routing: routing.length,
    duties: desk.duties.length,
    ladders: ladders.length,
    works: desk.works.length,
  };
}

/** Filter lines of queues that the desk would not understand. */
function queryProblems({ desk, files }: DeskPack): readonly DeskProblem[] {
  const source = readPackSource(files.get('queues') ?? '');
  if (!source.ok) return source.problem;
  return desk.queues.flatMap(({ query = '' }, index) => {
    const { problems } = parseTicketQuery(query, deskVocabulary({ config: desk }));
    return problems.map(({ text, suggestion }) => {
      const path = [index, 'query'];
      return suggestion === null
        ? problemAtValue(source.value, path, 'query-wrong', { value: text })
        : problemAtValue(source.value, path, 'query-near', { value: text, near: suggestion });
    });
  });
}

/** Files of words are read by those who use them; only what the folder itself has is told. */
function dataProblems(shipped: string, folder: string): readonly DeskProblem[] {
  const has = (name: DataName) => ownWords(name, [folder], shipped) !== null;
  const found: ContentProblem[] = [];
  if (has('wording') || has('glossary')) {
    found.push(...loadWording(shipped, [folder], tryPattern).problems);
  }
  if (has('spelling')) found.push(...spellingProblems(join(folder, 'spelling.yaml')));
  if (has('promises')) {
    const times = loadTimeConventions(shipped, [folder]);
    if (!times.ok) found.push(...times.problem);
  }
  if (has('checklists')) found.push(...loadChecklists(shipped, [folder], tryPattern).problems);
  return found.map(({ message, ...place }) => {
    return { ...place, code: 'data-wrong', params: { detail: message } };
  });
}
