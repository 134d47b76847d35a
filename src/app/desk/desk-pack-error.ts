import type { DeskProblem } from '../../content/desk/desk-problem.ts';
import { UserError } from '../../util/user-error.ts';

/** The desk pack in force cannot be read. The sentences of its problems are made where it is told. */
export class DeskPackError extends UserError {
  readonly problems: readonly DeskProblem[];

  constructor(problems: readonly DeskProblem[]) {
    const places = problems.map(
      ({ file, line, column, code }) => `${file}:${line}:${column} ${code}`,
    );
    super('desk-pack-wrong', { details: places.join('\n') });
    this.problems = problems;
  }
}
