import type { Random } from '../../util/random.ts';

/**
 * Draws lines for one ticket so that they agree. A line may be marked: `[2,3] печатает каракули`
 * belongs to the second and third cause of its topic, `[1,b]` to the first cause and the second
 * question. The first marked line drawn settles what the ticket is about, the others follow.
 */
export interface PhraseDeck {
  /** A line that fits and was not drawn yet, if there is one. */
  draw(lines: readonly string[]): string;
  /** The line of the cause of this ticket, for lists with one line for each cause. */
  ofCause(lines: readonly string[]): string;
}

interface Marks {
  readonly causes: readonly string[];
  readonly questions: readonly string[];
}

const mark = /^\[([\da-z,]+)\] /;

/** Makes the deck of a ticket whose topic knows `causeCount` causes. */
export function makeDeck(random: Random, causeCount: number): PhraseDeck {
  let causes: readonly string[] = Array.from({ length: causeCount }, (_, i) => String(i + 1));
  let questions: readonly string[] = [];
  const spent = new Set<string>();
  return {
    draw(lines) {
      const caused = some(lines, (line) => agrees(marksOf(line).causes, causes));
      const asked = some(caused, (line) => agrees(marksOf(line).questions, questions));
      const line = random.pick(some(asked, (candidate) => !spent.has(candidate)));
      spent.add(line);
      const marks = marksOf(line);
      causes = narrowed(causes, marks.causes);
      questions = questions.length === 0 ? marks.questions : narrowed(questions, marks.questions);
      return line.replace(mark, '');
    },
    ofCause(lines) {
      if (causes.length > 1) causes = [random.pick(causes)];
      return (lines[Number(causes[0]) - 1] ?? random.pick(lines)).replace(mark, '');
    },
  };
}

/** Whether two lines can be about the same cause. */
export function canGoTogether(line: string, other: string): boolean {
  return agrees(marksOf(line).causes, marksOf(other).causes);
}

/** Those that pass, or all when none does: something has to be said. */
function some(lines: readonly string[], passes: (line: string) => boolean): readonly string[] {
  const passed = lines.filter(passes);
  return passed.length > 0 ? passed : lines;
}

function agrees(marks: readonly string[], open: readonly string[]): boolean {
  return marks.length === 0 || open.length === 0 || marks.some((m) => open.includes(m));
}

function narrowed(open: readonly string[], marks: readonly string[]): readonly string[] {
  const left = open.filter((one) => marks.includes(one));
  return left.length > 0 ? left : open;
}

function marksOf(line: string): Marks {
  const all = mark.exec(line)?.[1]?.split(',') ?? [];
  const isCause = (one: string) => /^\d+$/.test(one);
  return { causes: all.filter(isCause), questions: all.filter((one) => !isCause(one)) };
}
