import { basename, dirname } from 'node:path';
import type { ContentPath } from '../content-problem.ts';
import { type DeskProblem, type DeskProblemCode, fileProblem } from './desk-problem.ts';
import { problemAtValue } from './pack-file.ts';
import type { PackValues, PartName } from './pack-parts.ts';
import type { ReadPack } from './read-pack.ts';

/** Parts that are lists. */
export type ListPart = {
  [Part in PartName]: PackValues[Part] extends readonly object[] ? Part : never;
}[PartName];

type Code = string | null | undefined;

/** Lists of things with codes. */
export type CodedPart = Exclude<ListPart, 'people'>;

type Whole<Part extends ListPart> = PackValues[Part][number];

type Desk = PackValues['desk'];
type ReadableDesk = Partial<Omit<Desk, 'renames'>> & { renames?: Partial<Desk['renames']> };

/** What could be read of an item. */
export type Item<Part extends ListPart> = {
  readonly [Key in keyof Whole<Part>]?: Whole<Part>[Key] | undefined;
};

/**
 * Holds the parts of a pack against each other and gathers what is wrong. What could not be read is
 * told by itself: nothing is said of it here, and it counts as there for what refers to it.
 */
export class Review {
  readonly values: Partial<PackValues>;
  readonly problems: DeskProblem[] = [];
  readonly #pack: ReadPack;

  constructor(pack: ReadPack) {
    this.#pack = pack;
    this.values = pack.values;
  }

  /** Notes a problem at a value of a part. */
  note(
    part: PartName,
    path: ContentPath,
    code: DeskProblemCode,
    params: DeskProblem['params'] = {},
  ): void {
    const source = this.#pack.sources.get(part);
    const file = this.#pack.files.get(part) ?? part;
    this.problems.push(
      source ? problemAtValue(source, path, code, params) : fileProblem(file, code, params),
    );
  }

  /** The items of a list as far as they could be read, each with its place. */
  items<Part extends ListPart>(part: Part): readonly (readonly [number, Item<Part>])[] {
    const list: unknown = this.values[part] ?? this.#pack.readable.get(part);
    const items: readonly unknown[] = Array.isArray(list) ? list : [];
    // Each value has passed the schema of its key.
    return items.flatMap((item, index) => (item ? [[index, item as Item<Part>] as const] : []));
  }

  /** What could be read of `desk.yaml`. */
  get desk(): ReadableDesk {
    // Each value has passed the schema of its key.
    const readable = this.#pack.readable.get('desk') as ReadableDesk | undefined;
    return this.values.desk ?? readable ?? {};
  }

  /** Notes a code that stands in no list of `target`, unless that list could not be read at all. */
  refers(part: PartName, path: ContentPath, target: ListPart, code: Code): void {
    const keys = this.keysOf(target);
    if (code === undefined || code === null || keys === null || keys.includes(code)) return;
    const known = keys.join(', ') || '—';
    if (this.#isOwn(part) || !this.#isOwn(target)) {
      this.note(part, path, 'reference-unknown', { value: code, target, known });
      return;
    }
    // A pack is mended in its own files: what others ask of them is told there, and once.
    const file = basename(this.#pack.files.get(part) ?? part);
    const isTold = this.problems.some(
      ({ params }) => params['file'] === file && params['value'] === code,
    );
    if (!isTold) this.note(target, [], 'reference-borrowed', { value: code, file, known });
  }

  #isOwn(part: PartName): boolean {
    return dirname(this.#pack.files.get(part) ?? '') === this.#pack.folder;
  }

  /** The codes (of people the logins) of a list, in order; null when it is none. */
  keysOf(part: ListPart): readonly string[] | null {
    const source = this.#pack.sources.get(part);
    const list: unknown = source ? source.value : this.values[part];
    if (!Array.isArray(list)) return null;
    return list.map((item) => keyOf(item, part === 'people' ? 'login' : 'code'));
  }
}

function keyOf(item: unknown, key: string): string {
  if (typeof item !== 'object' || item === null) return '';
  return String((item as Readonly<Record<string, unknown>>)[key] ?? '');
}
