import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { YamlSource } from '../content-problem.ts';
import type { DeskProblem } from './desk-problem.ts';
import { checkPart, parsePackSource, readPackSource } from './pack-file.ts';
import { type PackValues, type PartName, packParts } from './pack-parts.ts';

/** The names of the parts, in the order in which they are read and told. */
export const partNames = Object.keys(packParts) as readonly PartName[];

/** What holds for a part that no folder has. The others have to be there. */
const ABSENT: Partial<PackValues> = {
  risks: [],
  matrix: null,
  production: [],
  people: [],
  duties: [],
  ladders: [],
  routing: [],
  works: [],
};

/** The parts of a pack as far as each can be read by itself. */
export interface ReadPack {
  readonly values: Partial<PackValues>;
  /** Of a part with something wrong in it: what can be read, at its place. */
  readonly readable: ReadonlyMap<PartName, unknown>;
  readonly sources: ReadonlyMap<PartName, YamlSource>;
  /** The file that each part comes from; of a part that no folder has, the one it would be. */
  readonly files: ReadonlyMap<PartName, string>;
  readonly problems: readonly DeskProblem[];
  /** The pack itself; what stands elsewhere was taken from there. */
  readonly folder: string;
}

/** Where files of a pack are: a folder, or their texts by file name. */
export type PackPlace = string | Readonly<Record<string, string>>;

/** Reads each part from the first place that has it. */
export function readPack(places: readonly PackPlace[]): ReadPack {
  const values: Partial<Record<PartName, unknown>> = {};
  const readable = new Map<PartName, unknown>();
  const sources = new Map<PartName, YamlSource>();
  const files = new Map<PartName, string>();
  const problems: DeskProblem[] = [];
  for (const part of partNames) {
    const { file, text } = partFile(part, places);
    files.set(part, file);
    if (part in ABSENT && text === null && !existsSync(file)) {
      values[part] = ABSENT[part];
      continue;
    }
    const source = text === null ? readPackSource(file) : parsePackSource(file, text);
    if (!source.ok) {
      problems.push(...source.problem);
      continue;
    }
    sources.set(part, source.value);
    const schema: z.ZodType = packParts[part];
    const checked = checkPart(source.value, schema);
    if (checked.ok) values[part] = checked.value;
    else {
      problems.push(...checked.problem);
      readable.set(part, readablePart(source.value.value, schema));
    }
  }
  // Each value has passed the schema of its part.
  const [first = ''] = places;
  // A text has a name and no folder.
  const folder = typeof first === 'string' ? first : '.';
  return { values: values as Partial<PackValues>, readable, sources, files, problems, folder };
}

/** One value that is wrong does not keep the others from being looked at. */
function readablePart(value: unknown, schema: z.ZodType): unknown {
  if (!(schema instanceof z.ZodArray)) return readableKeys(value, schema);
  const { element } = schema;
  if (!Array.isArray(value) || !(element instanceof z.ZodType)) return undefined;
  return value.map((item) => element.safeParse(item).data ?? readableKeys(item, element));
}

/** A map without the keys that are wrong, before anything is made of it. */
function readableKeys(item: unknown, schema: z.ZodType): unknown {
  const shape = schema instanceof z.ZodPipe ? schema.in : schema;
  const found = z.record(z.string(), z.unknown()).safeParse(item);
  if (!found.success || !(shape instanceof z.ZodObject)) return undefined;
  const keys = Object.entries<z.ZodType>(shape.shape).map(([key, inner]) => {
    const value = found.data[key];
    const plain = inner instanceof z.ZodPrefault ? inner.unwrap() : inner;
    const isMap = plain instanceof z.ZodObject;
    return [key, inner.safeParse(value).data ?? (isMap ? readableKeys(value, plain) : undefined)];
  });
  return Object.fromEntries(keys);
}

/** The file of a part; `text` is null for one that lies on the disk, or would. */
function partFile(
  part: PartName,
  places: readonly PackPlace[],
): { readonly file: string; readonly text: string | null } {
  const name = `${part}.yaml`;
  let file = name;
  for (const place of places) {
    if (typeof place === 'string') {
      file = join(place, name);
      if (existsSync(file)) return { file, text: null };
    } else if (Object.hasOwn(place, name)) {
      return { file: name, text: place[name] ?? '' };
    }
  }
  return { file, text: null };
}
