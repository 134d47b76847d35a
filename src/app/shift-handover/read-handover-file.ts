import {
  type HandoverFile,
  type HandoverProblem,
  handoverProblem,
  itemLists,
  type ReadHandover,
  readHandoverFile,
} from '../../content/handover-file.ts';
import type { ReportSection } from '../../domain/shift/shift.ts';
import type { HandoverItem } from '../../domain/shift/shift-handover.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import type { FoundShift } from '../shift/current-shift.ts';
import { findShift } from '../shift/find-shift.ts';
import type { AcceptOrder } from './accept-shift.ts';
import type { ItemAnswer } from './accepted-items.ts';
import type { ItemChange } from './handover-items.ts';
import { readyHandover } from './ready-handover.ts';
import type { SubmitOrder } from './submit-shift.ts';

/** A file of a hand-over, with the shift that it is about. */
export interface HandoverPaper extends ReadHandover {
  readonly shift: FoundShift;
}

/** Everything that is wrong with a file. */
export type HandoverProblems = readonly HandoverProblem[];

type Problems = HandoverProblem[];
type FileItem = HandoverFile[(typeof itemLists)[number]][number];
interface PlacedItem {
  readonly path: readonly [string, number];
  readonly item: FileItem;
}

/** Reads a file and finds its shift: the one it names, else the one that was asked for. */
export function openHandoverFile(
  desk: Desk,
  {
    path,
    text,
    asked,
  }: { readonly path: string; readonly text: string; readonly asked: FoundShift | null },
  orElse: () => FoundShift,
): Result<HandoverPaper, HandoverProblems> {
  const read = readHandoverFile(path, text);
  if (!read.ok) return read;
  const { value, source } = read.value;
  let shift = asked;
  for (const key of ['shiftId', 'shift'] as const) {
    const name = value[key];
    if (!name) continue;
    const named = shiftNamed(desk, name);
    if (!named || (shift && shift.id !== named.id)) {
      return fail([handoverProblem(source, [key], 'other-shift', { value: name })]);
    }
    shift = named;
  }
  return ok({ ...read.value, shift: shift ?? orElse() });
}

function shiftNamed(desk: Desk, name: string): FoundShift | undefined {
  try {
    return findShift(desk, name);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** What a file says for the submission of a shift. */
export function orderToSubmit(
  desk: Desk,
  paper: HandoverPaper,
): Result<SubmitOrder, HandoverProblems> {
  const { value, shift, source } = paper;
  const problems: Problems = [];
  const { items, revision } = readyHandover(desk, shift);
  const changes = checkedItems(paper, items, problems).map((placed) => {
    return changeIn(placed.item, ownerIn(desk, paper, placed, problems));
  });
  const toId = personIn(desk, { name: value.to, id: value.toId }, (key, text) => {
    const params = { value: text };
    problems.push(
      handoverProblem(source, [key === 'id' ? 'toId' : 'to'], 'person-unknown', params),
    );
  });
  if (problems.length > 0) return fail(problems);
  return ok({
    toId: toId ?? null,
    override: value.override ?? '',
    revision: revisionToSubmit(desk, paper, revision),
    sections: sectionsOf(value),
    shown: sectionsOf(value.was ?? {}),
    changes,
  });
}

/** What a file says to a hand-over that waits to be accepted. */
export function orderToAccept(
  desk: Desk,
  paper: HandoverPaper,
): Result<AcceptOrder, HandoverProblems> {
  const { value, shift } = paper;
  const problems: Problems = [];
  const revision = value.revision ?? shift.state?.handovers.at(-1)?.revision ?? 1;
  const handover = shift.state?.handovers.find((one) => one.revision === revision);
  const answers = checkedItems(paper, handover?.items ?? [], problems).map(
    ({ item, path }): ItemAnswer => ({
      key: item.key,
      isAccepted: item.accepted ?? false,
      newOwnerId: ownerIn(desk, paper, { item, path }, problems) ?? undefined,
      seenOwnerId: item.ownerId,
      nextAction: item.nextAction ?? undefined,
      readBack: item.readBack ?? '',
    }),
  );
  if (problems.length > 0) return fail(problems);
  const remarks = value.remarks.filter(({ text }) => text.trim() !== '');
  return ok({ revision, answers, isRestAccepted: value.restAccepted, remarks });
}

/** Who corrects their own submission before anybody has accepted it hands over the next revision. */
function revisionToSubmit(desk: Desk, { value, shift }: HandoverPaper, next: number): number {
  const last = shift.state?.handovers.at(-1);
  const isOwnAgain = value.revision === last?.revision && last?.byId === desk.me.id;
  return isOwnAgain ? next : (value.revision ?? next);
}

/** Items that belong there, each once and in the list of its kind. */
function checkedItems(
  { value, source }: HandoverPaper,
  items: readonly HandoverItem[],
  problems: Problems,
): readonly PlacedItem[] {
  const parts = { red: 'red', promises: 'promise', watch: 'watch', rest: 'rest' } as const;
  const known = new Map(items.map(({ key, part }) => [key, part]));
  const seen = new Set<string>();
  return itemLists.flatMap((list) =>
    value[list].flatMap((item, index): readonly PlacedItem[] => {
      const { key } = item;
      const isKnown = known.get(key) === parts[list];
      if (isKnown && !seen.has(key)) {
        seen.add(key);
        return [{ path: [list, index], item }];
      }
      const code = isKnown ? 'item-twice' : 'item-unknown';
      problems.push(handoverProblem(source, [list, index, 'key'], code, { value: key }));
      return [];
    }),
  );
}

/** Who is named for an item: undefined where nothing is said, null for whoever has it. */
function ownerIn(
  desk: Desk,
  { source }: HandoverPaper,
  { item: { newOwner, newOwnerId }, path }: PlacedItem,
  problems: Problems,
): string | null | undefined {
  return personIn(desk, { name: newOwner, id: newOwnerId }, (key, value) => {
    const at = [...path, key === 'id' ? 'newOwnerId' : 'newOwner'];
    problems.push(handoverProblem(source, at, 'person-unknown', { value }));
  });
}

interface WrittenPerson {
  readonly name: string | null | undefined;
  readonly id: string | null | undefined;
}

/** A name that was changed counts before the id that stood beside it. */
function personIn(
  desk: Desk,
  { name, id }: WrittenPerson,
  tell: (key: keyof WrittenPerson, text: string) => void,
): string | null | undefined {
  const byId = id?.trim() ? desk.people.person(id.trim()) : null;
  const isSaid = Boolean(name?.trim());
  if (isSaid && byId?.name !== name?.trim()) {
    const person = desk.people.findPerson(name ?? '');
    if (!person) tell('name', name ?? '');
    return person?.id;
  }
  if (byId) return byId.id;
  if (id?.trim()) tell('id', id);
  return name === undefined && id === undefined ? undefined : null;
}

type Words = Partial<Record<'nextAction' | 'ifThen' | 'contact', string | null | undefined>>;

/** What differs from what was shown: what was left alone may be somebody else's words by now. */
function changeIn(item: FileItem, newOwnerId: string | null | undefined): ItemChange {
  const { key, was }: Pick<FileItem, 'key' | 'was'> = item;
  const words: Words = item;
  const said = (field: keyof Words) => {
    const text = words[field] ?? undefined;
    return text === was?.[field] ? undefined : text;
  };
  return {
    key,
    ...{ nextAction: said('nextAction'), ifThen: said('ifThen'), contact: said('contact') },
    newOwnerId: newOwnerId === was?.newOwnerId ? undefined : newOwnerId,
  };
}

type Sections = Partial<Record<ReportSection, string>>;

function sectionsOf({ how, attention, watchText }: Partial<HandoverFile>): Sections {
  return {
    ...(typeof how === 'string' ? { how } : {}),
    ...(typeof attention === 'string' ? { attention } : {}),
    ...(typeof watchText === 'string' ? { watch: watchText } : {}),
  };
}
