import { describe, expect, it } from 'vitest';
import type { Duty } from '../../../src/domain/desk-people.ts';
import { plannedRoster } from '../../../src/domain/shift/planned-roster.ts';
import { shippedDesk } from '../../support/domain.ts';
import { anya, dayPlan, oleg, petr, vera } from '../../support/shift.ts';

const desk = shippedDesk();
const [always] = desk.calendars.filter(({ week }) => week === 'always');
const duty = (
  role: Duty['role'],
  people: readonly string[],
  rotation: string | null = null,
): Duty => ({
  ...{ code: `${role}-${people[0] ?? 'any'}`, name: { ru: role, en: role } },
  ...{ calendar: always?.code ?? '', role, people, rotation },
});
const planned = (duties: readonly Duty[], line: string | null = null) =>
  plannedRoster({ ...desk, duties }, [anya, oleg, vera, petr], { ...dayPlan, line }).map(
    ({ personId, part, lines }) => [personId, part, ...lines],
  );

describe('the people of a shift', () => {
  it('are those whom the duties name, each once, in the part that weighs most', () => {
    expect(planned([duty('duty', ['anya', 'petr']), duty('senior', ['petr'])])).toEqual([
      ['anya', 'duty', '2'],
      ['petr', 'deputy', '2'],
    ]);
  });

  it('are one of them a week where they take turns', () => {
    expect(planned([duty('night', ['anya', 'oleg'], '2026-11-16')])).toEqual([
      ['anya', 'duty', '2'],
    ]);
    expect(planned([duty('night', ['anya', 'oleg'], '2026-11-09')])).toEqual([
      ['oleg', 'duty', '3'],
    ]);
  });

  it('are those of its line, and nobody where duties name nobody', () => {
    expect(planned([duty('duty', ['anya', 'oleg'])], '3')).toEqual([['oleg', 'duty', '3']]);
    expect(planned([duty('duty', [])])).toEqual([]);
  });
});
