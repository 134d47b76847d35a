import type { ContentSource } from '../domain/article.ts';
import type { Language } from '../domain/vocabulary.ts';
import { checkTemplateFront, type TemplateFront } from './check-template-front.ts';
import type { ContentFile } from './content-files.ts';
import { partMeta } from './template.ts';
import { expandParts, LONGEST_PART, type PartShelf, type TemplatePart } from './template-parts.ts';
import { type BodyProblem, offsetIn, placeIn, type TemplateProblem } from './template-problem.ts';

/** A text to be read as it will be rendered. */
export interface BodyToCheck {
  readonly body: string;
  readonly lang: Language;
  /** Where it is from: what the desk did not get with the program is not trusted. */
  readonly source: ContentSource;
  /** The stop that must hold a promised time. */
  readonly promiseFrom: number | null;
}

/** Everything wrong in each of some bodies, in their order. */
export type CheckBodies = (
  bodies: readonly BodyToCheck[],
) => Promise<readonly (readonly BodyProblem[])[]>;

/** A part and what puts its problems into its file. */
interface ReadPart extends Pick<TemplateFront<unknown>, 'problemIn'> {
  readonly part: TemplatePart;
}

/** A problem of a part, and whether it came in with another part. */
interface Found {
  readonly part: TemplatePart;
  readonly problem: TemplateProblem;
  readonly isBorrowed: boolean;
}

/**
 * The parts that can be used. A broken one is told at its own place and leaves the shelf; what is
 * made of it is looked at again without it, so that a shipped part can stand in.
 */
export async function loadParts(
  files: readonly ContentFile[],
  checkBodies: CheckBodies,
): Promise<PartShelf & { readonly problems: readonly TemplateProblem[] }> {
  const problems: TemplateProblem[] = [];
  const broken: TemplatePart[] = [];
  let left: readonly ReadPart[] = files.flatMap((file) => {
    const read = readPart(file);
    if ('part' in read) return [read];
    problems.push(...read);
    broken.push({ ...file, body: '' });
    return [];
  });
  for (;;) {
    const found = await checkParts(left, broken, checkBodies);
    const own = found.filter(({ isBorrowed }) => !isBorrowed);
    const wrong = own.length > 0 ? own : found;
    if (wrong.length === 0) return { parts: left.map(({ part }) => part), broken, problems };
    const out = new Set(wrong.map(({ part }) => part));
    problems.push(...wrong.map(({ problem }) => problem));
    broken.push(...out);
    left = left.filter(({ part }) => !out.has(part));
  }
}

function readPart(file: ContentFile): ReadPart | readonly TemplateProblem[] {
  const front = checkTemplateFront(file, partMeta);
  if (!('meta' in front)) return front;
  const { body, problems, problemIn } = front;
  const { id, lang, source } = file;
  if (problems.length > 0) return problems;
  const start = { line: 1, column: 1 };
  if (body === '') return [problemIn({ ...start, code: 'no-text', params: {} })];
  if (body.length > LONGEST_PART) {
    return [problemIn({ ...start, code: 'too-long', params: { most: LONGEST_PART } })];
  }
  return { part: { id, lang, source, file: file.file, body }, problemIn };
}

async function checkParts(
  read: readonly ReadPart[],
  broken: readonly TemplatePart[],
  checkBodies: CheckBodies,
): Promise<readonly Found[]> {
  const shelf = { parts: read.map(({ part }) => part), broken };
  const expanded = read.map(({ part }) => expandParts(shelf, part.body, part.lang));
  const remarks = await checkBodies(
    read.map(({ part: { lang, source } }, at) => {
      return { body: expanded[at]?.body ?? '', lang, source, promiseFrom: null };
    }),
  );
  return read.flatMap(({ part, problemIn }, at) => {
    const whole = expanded[at];
    const structural = (whole?.problems ?? []).map((problem): Found => {
      // What is broken further down is told there first.
      const isBorrowed = problem.code === 'part-broken';
      return { part, problem: problemIn(problem), isBorrowed };
    });
    const inText = (remarks[at] ?? []).map((remark): Found => {
      const from = whole?.origin(offsetIn(whole.body, remark)) ?? { offset: 0, isInPart: false };
      const problem = problemIn({ ...remark, ...placeIn(part.body, from.offset) });
      return { part, problem, isBorrowed: from.isInPart };
    });
    return [...structural, ...inText];
  });
}
