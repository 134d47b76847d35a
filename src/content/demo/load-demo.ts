import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import {
  type ContentProblem,
  checkSource,
  problemAt,
  readYaml,
  type YamlSource,
} from '../content-problem.ts';
import { checkStory } from './check-story.ts';
import { type DemoShift, shiftSchema } from './demo-shift.ts';
import {
  customersSchema,
  type DemoCustomer,
  type DemoPerson,
  type DemoStory,
  peopleSchema,
  storySchema,
} from './demo-story.ts';

/** A demo desk as its files tell it. What is broken is left out and named in `problems`. */
export interface DemoContent {
  readonly people: readonly DemoPerson[];
  readonly customers: readonly DemoCustomer[];
  readonly stories: readonly DemoStory[];
  readonly shift: DemoShift | null;
  readonly problems: readonly ContentProblem[];
}

/** Reads `people.yaml`, `customers*.yaml`, `stories/*.yaml` and `shift.yaml` of a demo folder. */
export function loadDemo(folder: string): DemoContent {
  const problems: ContentProblem[] = [];
  const people = readLists(folder, /^people.*\.yaml$/, peopleSchema, problems);
  const customers = readLists(folder, /^customers.*\.yaml$/, customersSchema, problems);
  const stories: DemoStory[] = [];
  for (const file of yamlFiles(join(folder, 'stories'), /\.yaml$/, problems)) {
    const checked = readChecked(file, storySchema, problems);
    if (!checked) continue;
    const { source, value } = checked;
    const found = checkStory(value, people, customers);
    problems.push(...found.map(({ path, message }) => problemAt(source, path, message)));
    if (basename(file, '.yaml') !== value.id) {
      problems.push(problemAt(source, ['id'], `is not the name of the file, ${basename(file)}`));
    }
    if (found.length === 0) stories.push(value);
  }
  const shift = readChecked(join(folder, 'shift.yaml'), shiftSchema, problems)?.value ?? null;
  return {
    ...{ people, customers, stories, shift },
    problems: [
      ...problems,
      ...repeated(people, customers, folder),
      ...unknownKeys({ people, customers, stories, shift }, folder),
    ],
  };
}

/** The files of a folder that match, in a stable order. A missing folder is a problem. */
export function yamlFiles(
  folder: string,
  name: RegExp,
  problems: ContentProblem[],
): readonly string[] {
  try {
    const names = readdirSync(folder).filter((file) => name.test(file));
    return names.toSorted().map((file) => join(folder, file));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    problems.push({ file: folder, line: 1, column: 1, path: '', message });
    return [];
  }
}

/** Reads and checks one file; adds what is wrong to `problems` and gives null then. */
export function readChecked<Output>(
  file: string,
  schema: z.ZodType<Output>,
  problems: ContentProblem[],
): { readonly source: YamlSource; readonly value: Output } | null {
  const source = readYaml(file, readFileSync(file, 'utf8'));
  const checked = source.ok ? checkSource(source.value, schema) : source;
  if (source.ok && checked.ok) return { source: source.value, value: checked.value };
  if (!checked.ok) problems.push(...checked.problem);
  return null;
}

function readLists<Item>(
  folder: string,
  name: RegExp,
  schema: z.ZodType<Item[]>,
  problems: ContentProblem[],
): readonly Item[] {
  const files = yamlFiles(folder, name, problems);
  return files.flatMap((file) => readChecked(file, schema, problems)?.value ?? []);
}

/**
 * Names that lead to another file: sites to their company, customers to people, stories to stories,
 * the shift to both.
 */
function unknownKeys(
  { people, customers, stories, shift }: Omit<DemoContent, 'problems'>,
  folder: string,
): readonly ContentProblem[] {
  const staff = new Set(people.map(({ key }) => key));
  const told = new Set(stories.map(({ id }) => id));
  const hasStory = (id: string | null) => id === null || told.has(id);
  const before = new Set<string>();
  const lost = customers.flatMap(({ key, parent, engineer, teamLead }) => {
    const company = parent === null || before.has(parent) ? [] : [parent];
    before.add(key);
    const named = [engineer, teamLead].filter((one) => one !== null && !staff.has(one));
    return [...company, ...named].map((one) => `${key}: no «${one}» before it`);
  });
  const strangers = stories.flatMap(({ id, together }) =>
    together
      .flatMap(({ act }) =>
        act.do === 'gather' ? act.stories : act.do === 'merge' ? [act.into] : [],
      )
      .filter((one) => !told.has(one))
      .map((one) => `${id}: no story «${one}»`),
  );
  const onShift = shift === null ? [] : namesOf(shift);
  const absent = onShift
    .filter(({ person, story }) => !(staff.has(person) || person === 'me') || !hasStory(story))
    .map(({ person, story }) => `shift: no «${person}» or no story «${story ?? ''}»`);
  return [...lost, ...strangers, ...absent].map((message) => {
    return { file: folder, line: 1, column: 1, path: '', message };
  });
}

/** Everybody and every story that a shift speaks of. */
function namesOf({ lead, before, members, log, notes }: DemoShift) {
  const items = [...before.log, ...log];
  return [
    ...[lead, before.lead, ...members.map(({ person }) => person)].map((person) => {
      return { person, story: null };
    }),
    ...items.map(({ from: person, story }) => ({ person, story })),
    ...items.flatMap(({ owner }) => (owner === null ? [] : [{ person: owner, story: null }])),
    ...notes.map(({ story }) => ({ person: lead, story })),
  ];
}

function repeated(
  people: readonly DemoPerson[],
  customers: readonly DemoCustomer[],
  folder: string,
): readonly ContentProblem[] {
  const keys = [
    ...people.map((person) => `person ${person.key}`),
    ...customers.map((customer) => `customer ${customer.key}`),
    ...customers.flatMap((c) => c.contacts.map((contact) => `contact ${c.key}/${contact.key}`)),
  ];
  const twice = keys.filter((key, i) => keys.indexOf(key) !== i);
  return twice.map((key) => {
    return { file: folder, line: 1, column: 1, path: '', message: `${key} is there twice` };
  });
}
