import { z } from 'zod';
import { jsonFaultOf } from '../util/json-fault.ts';
import { fail, ok, type Result } from '../util/result.ts';
import type { MessageParams } from '../util/user-error.ts';
import {
  type ContentPath,
  parseYaml,
  placeOfValue,
  type YamlFault,
  type YamlSource,
} from './content-problem.ts';
import type { DeskProblemCode } from './desk/desk-problem.ts';
import { issueProblems, pathText } from './desk/issue-problems.ts';
import { map } from './desk/words.ts';

/** What can be wrong in a file of a shift's hand-over: in its form, or held against the desk. */
export type HandoverProblemCode =
  | DeskProblemCode
  | 'not-json'
  | 'json-odd'
  | 'item-unknown'
  | 'item-twice'
  | 'person-unknown'
  | 'other-shift';

/** Something wrong in a file of a hand-over, at its place. */
export interface HandoverProblem {
  readonly file: string;
  /** Both start at 1. */
  readonly line: number;
  readonly column: number;
  /** Dotted path, `red.0.newOwner`; empty for the whole document. */
  readonly path: string;
  readonly code: HandoverProblemCode;
  readonly params: MessageParams;
}

/** More is no hand-over. */
const LARGEST_KB = 4_096;

const word = z.string().nullish();
const told = z.unknown().optional();

const common = {
  key: z.string(),
  ...{ newOwner: word, newOwnerId: word, ownerId: word },
  ...{ accepted: z.boolean().optional(), readBack: word, nextAction: word },
  // As it was shown: what somebody else wrote meanwhile is not undone by what was left alone here.
  was: map({ nextAction: word, ifThen: word, contact: word, newOwnerId: word }).optional(),
  ...{ ticket: told, ticketId: told, subject: told, owner: told },
};
const red = map({
  ...common,
  ...{ ifThen: word, contact: word },
  ...{ priority: told, status: told, why: told, dueAt: told, needsReadBack: told },
});
const promise = map({ ...common, promiseId: told, text: told, dueAt: told });
const watch = map({
  ...common,
  ...{ itemId: told, text: told, until: told, stopWhen: told, ifMoves: told },
});
const rest = map({ ...common, priority: told, status: told, promisedAt: told });
const remark = z.union([
  z.string().transform((text) => ({ kind: 'remark' as const, text })),
  map({ kind: z.enum(['remark', 'question', 'surprise']).default('remark'), text: z.string() }),
]);

const file = map({
  ...{ shift: word, shiftId: word, revision: z.int().min(1).optional() },
  ...{ to: word, toId: word, how: word, attention: word, watchText: word },
  was: map({ how: word, attention: word, watchText: word }).optional(),
  red: z.array(red).default([]),
  promises: z.array(promise).default([]),
  watch: z.array(watch).default([]),
  rest: z.array(rest).default([]),
  restAccepted: z.boolean().default(false),
  ...{ override: word, reason: word },
  remarks: z.array(remark).default([]),
  // What is only told by `show`.
  ...{ name: told, startsAt: told, endsAt: told, state: told, lead: told, leadId: told },
  ...{ by: told, byId: told, asOf: told, lastSyncAt: told, waitingToSync: told, stale: told },
  ...{ submittedAt: told, expiresAt: told },
  ...{ settledAt: told, settledBy: told, settledById: told },
  ...{ blocking: told, metrics: told, said: told, nextLeads: told, restCount: told },
  ...{ isSecond: told, moved: told, kept: told, carriedTo: told, carriedToId: told },
});

/** A hand-over as a file says it: `handover show --json`, filled in by somebody. */
export type HandoverFile = z.output<typeof file>;

/** The parts of such a file that list items. */
export const itemLists = ['red', 'promises', 'watch', 'rest'] as const;

/** A file that was read, and that still knows where everything stands. */
export interface ReadHandover {
  readonly value: HandoverFile;
  readonly source: YamlSource;
}

/** Reads a file of a hand-over: all of it, or everything that is wrong with its form. */
export function readHandoverFile(
  path: string,
  written: string,
): Result<ReadHandover, readonly HandoverProblem[]> {
  const text = written.replace(/^\uFEFF/, '');
  if (text.length > LARGEST_KB * 1024) {
    return fail([ofFile(path, 'file-too-large', { most: LARGEST_KB })]);
  }
  const fault = jsonFaultOf(text);
  if (fault !== null) return fail([{ ...ofFile(path, 'not-json'), ...lineAt(text, fault) }]);
  // The parser of YAML reads JSON with its places; tabs between the values are no matter of JSON.
  const parsed = parseYaml(path, text.replaceAll('\t', ' '));
  if (!parsed.ok) return fail(oddities(path, parsed.problem));
  const source = { ...parsed.value, value: JSON.parse(text) as unknown };
  const checked = file.safeParse(source.value);
  if (checked.success) return ok({ value: checked.data, source });
  return fail(checked.error.issues.flatMap((issue) => issueProblems(source, issue)));
}

/** JSON that YAML does not take: keys that stand twice, or what is nested beyond measure. */
function oddities(path: string, faults: readonly YamlFault[]): readonly HandoverProblem[] {
  const twice = faults.filter(({ code }) => code === 'DUPLICATE_KEY');
  const told = twice.length > 0 ? twice : faults.slice(0, 1);
  return told.map(({ line, column, code, message }) => {
    const known = code === 'DUPLICATE_KEY' ? 'yaml-twice' : 'json-odd';
    return { ...ofFile(path, known, { detail: message }), line, column };
  });
}

/** A problem at a value of a file. */
export function handoverProblem(
  source: YamlSource,
  path: ContentPath,
  code: HandoverProblemCode,
  params: MessageParams,
): HandoverProblem {
  const place = { file: source.file, ...placeOfValue(source, path), path: pathText(path) };
  return { ...place, code, params };
}

function ofFile(path: string, code: HandoverProblemCode, params: MessageParams = {}) {
  return { file: path, line: 1, column: 1, path: '', code, params };
}

function lineAt(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
