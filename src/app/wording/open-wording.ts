import { join } from 'node:path';
import { describeProblem } from '../../content/content-problem.ts';
import type { LintContextFile } from '../../content/lint-context.ts';
import { loadTimeConventions } from '../../content/load-promise-words.ts';
import type { LoadedWording } from '../../content/load-wording.ts';
import type { TimeConventions } from '../../domain/time-phrase-conventions.ts';
import { usualConventions } from '../../domain/time-phrase-conventions.ts';
import { lazy } from '../../util/lazy.ts';
import type { FindSources, InternalNames } from '../../wording/finding.ts';
import type { Speller } from '../../wording/spelling/speller.ts';
import { createWording, type Wording } from '../../wording/wording.ts';
import { type Knowledge, searchArticles } from '../content/knowledge.ts';
import { readCompiled } from '../desk/compiled-copy.ts';
import { type ContentLibrary, openContent } from '../desk/content-library.ts';
import type { Desk } from '../desk/desk.ts';
import { ownFolders, packFolders, shippedFolder } from '../desk/pack-folders.ts';
import { openSpeller } from './open-speller.ts';

/** Raise when the loaded form of wording files changes. */
const FORM = 2;
const CANDIDATES = 5;
/** The search reads no more of a query. */
const LONGEST_QUERY = 400;

/** The wording of a desk, opened once and kept while messages are written. */
export interface DeskWording {
  readonly desk: Desk;
  readonly wording: Wording;
  readonly conventions: TimeConventions;
  /** What is wrong in the desk's own files, each with its place; they are left out. */
  readonly problems: readonly string[];
  /** Opens the articles, so that copied ones are found; without it none are. */
  prepareArticles(): Promise<void>;
  /** The dictionaries, loaded when first asked for; null when they cannot be. */
  speller(): Promise<Speller | null>;
}

export interface WordingOrder {
  readonly extra?: LintContextFile | undefined;
  readonly content?: ContentLibrary;
}

const NOTHING: LintContextFile = { articles: [], people: [], hosts: [], customers: [] };

/**
 * Opens the wording of a desk. `extra` is known besides what the data directory holds; `content` is
 * where articles are read, so that a workstation opens them once.
 */
export async function openWording(
  desk: Desk,
  { extra = NOTHING, content = openContent(desk) }: WordingOrder = {},
): Promise<DeskWording> {
  const loaded = await readWordingFiles(desk);
  const times = loadTimeConventions(shippedFolder(desk.paths), ownFolders(desk.paths));
  let knowledge: Knowledge | null = null;
  const sourcesFor: FindSources = (text) => [
    ...extra.articles,
    ...(knowledge ? likelySources(knowledge, text) : []),
  ];
  const wording = createWording({ data: loaded, names: namesOf(desk, extra), sourcesFor });
  const opening = lazy(() => content.knowledge());
  return {
    desk,
    wording,
    conventions: times.ok ? times.value : usualConventions,
    problems: [...loaded.problems, ...(times.ok ? [] : times.problem)].map(describeProblem),
    async prepareArticles() {
      knowledge = await opening();
    },
    speller: () => openSpeller(desk),
  };
}

/** The files from their compiled copy: reading and trying the patterns takes half a second. */
export function readWordingFiles(desk: Pick<Desk, 'paths'>): Promise<LoadedWording> {
  const folders = packFolders(desk.paths);
  const names = ['wording.yaml', 'glossary.yaml'];
  const files = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const program = join(desk.paths.content, 'package.json');
  const copy = {
    folder: desk.paths.cache,
    name: 'wording',
    form: FORM,
    files: [program, ...files],
  };
  return readCompiled<LoadedWording>(copy, async () => {
    const { loadWording } = await import('../../content/load-wording.ts');
    const { tryPattern } = await import('./try-pattern.ts');
    return loadWording(shippedFolder(desk.paths), ownFolders(desk.paths), tryPattern);
  });
}

function namesOf({ people, me }: Desk, extra: LintContextFile): InternalNames {
  // Who writes may sign.
  const others = people.persons().filter(({ id }) => id !== me.id);
  return {
    people: [...others, ...extra.people],
    hosts: extra.hosts,
    customers: [...people.customers(), ...extra.customers],
  };
}

function likelySources(knowledge: Knowledge, text: string): ReturnType<FindSources> {
  const middle = Math.floor(text.length / 2);
  const parts = [text.slice(0, LONGEST_QUERY), text.slice(middle, middle + LONGEST_QUERY)];
  const ids = parts.flatMap((part) =>
    searchArticles(knowledge, part, { limit: CANDIDATES }).hits.map(({ article }) => article.id),
  );
  const { articles } = knowledge.desk;
  return [...new Set(ids)].flatMap((id) =>
    articles.langs(id).flatMap((lang) => articles.one(id, lang) ?? []),
  );
}
