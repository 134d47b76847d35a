import type { DeskConfig } from '../../../src/domain/desk-config.ts';
import type { TargetTable } from '../../../src/domain/sla-policy.ts';

const nine = [['09:00', '18:00']] as const;
const weekdays = { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine };

/** The same desk with every deadline counted on weekdays from nine to six. */
export function officeHours(desk: DeskConfig): DeskConfig {
  const office = {
    code: 'bench-office',
    name: { ru: '', en: '' },
    timeZone: 'Europe/Moscow',
    week: weekdays,
    holidays: ['2026-01-01', '2026-05-01'],
    overrides: { '2026-11-03': [['09:00', '17:00']] },
  } as const;
  return {
    ...desk,
    calendars: [...desk.calendars, office],
    policies: desk.policies.map((policy) => ({ ...policy, calendar: office.code, calendarOf: {} })),
  };
}

/** The same desk with targets that are a tenth shorter. */
export function shorterTargets(desk: DeskConfig): DeskConfig {
  const shorter = (table: TargetTable): TargetTable => {
    const rows = Object.entries(table).map(([code, ms]) => [code, ms === null ? null : ms * 0.9]);
    return { default: null, ...Object.fromEntries(rows) };
  };
  return {
    ...desk,
    policies: desk.policies.map((policy) => {
      const { firstAnswer, resolve } = policy;
      return { ...policy, firstAnswer: shorter(firstAnswer), resolve: shorter(resolve) };
    }),
  };
}
