import { describe, expect, it } from 'vitest';
import { effectiveScore, pointsOf } from '../../../src/domain/practice/effective-score.ts';
import type { FactOverride, FinishedRun } from '../../../src/domain/practice/practice-record.ts';
import { exam, mark } from '../../support/practice-record.ts';

function said(run: FinishedRun, markId: string, isFound: boolean): FactOverride {
  const found = run.marks.find(({ id }) => id === markId) ?? mark(markId, {});
  const about = { runId: run.id, markId, fact: found.fact, isFound };
  return { ...about, points: pointsOf(found, isFound), reason: 'так', byId: 'yuri', at: 0 };
}

describe('the score after a mentor has looked', () => {
  it('stays as it was counted where nobody said anything', () => {
    const run = exam();
    expect(effectiveScore(run, [])).toEqual({ score: 80, passed: true, sections: run.sections });
    expect(
      effectiveScore(run, [{ ...said(run, 'open/ask_har', true), runId: 'other' }]).score,
    ).toBe(80);
  });

  it('never leaves the bounds of a section', () => {
    const run = exam({
      marks: [...exam().marks, mark('extra', { max: 40, outcome: 'not-found' })],
    });
    const all = [said(run, 'open/ask_har', true), said(run, 'extra', true)];
    expect(effectiveScore(run, all).score).toBe(100);
    expect(effectiveScore(run, [said(run, 'open/greeting', false)])).toMatchObject({
      score: 70,
      passed: false,
    });
  });

  it('gives back what was taken for something that does not stand there', () => {
    const fined = mark('open/blunt', { points: -10, fact: 'blunt', outcome: 'taken' });
    const run = exam({ marks: [...exam().marks, fined] });
    expect(effectiveScore(run, [said(run, 'open/blunt', false)]).score).toBe(80);
    expect(effectiveScore(run, [said(run, 'open/blunt', true)]).score).toBe(70);
  });

  it('opens an emptied section only when nothing empties it any more', () => {
    const [leak, guilt] = ['leak', 'guilt'].map((fact) =>
      mark(`open/${fact}`, { fact, outcome: 'zeroed' }),
    );
    const sections = [
      { id: 'contact', score: 0, max: 50, isZeroed: true },
      { id: 'record', score: 50, max: 50, isZeroed: false },
    ];
    const emptied = { sections, score: 50, passed: false, pass: 80 };
    const run = exam({
      ...emptied,
      marks: [...exam().marks, ...[leak, guilt].flatMap((m) => m ?? [])],
    });
    const one = [said(run, 'open/leak', false)];
    expect(effectiveScore(run, one)).toMatchObject({ score: 50, passed: false });
    const both = [...one, said(run, 'open/guilt', false)];
    expect(effectiveScore(run, both)).toMatchObject({ score: 80, passed: true });
  });

  it('takes off last what hints cost', () => {
    const hint = mark('hints/open', { points: -2, outcome: 'taken' });
    const run = exam({ mode: 'practice', marks: [...exam().marks, hint] });
    expect(effectiveScore(run, [said(run, 'open/ask_har', true)]).score).toBe(98);
  });
});
