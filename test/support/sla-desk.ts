import type { Calendar, DeskConfig } from '../../src/domain/desk-config.ts';
import type { SlaPolicy } from '../../src/domain/sla-policy.ts';
import { must } from '../../src/util/must.ts';
import { weekOf } from './calendar.ts';
import { shippedDesk } from './domain.ts';

/** Weekdays from nine to six in Moscow. */
export const officeHours: Calendar = {
  code: 'office',
  name: { ru: 'рабочие часы', en: 'office hours' },
  timeZone: 'Europe/Moscow',
  week: weekOf(5, ['09:00', '18:00']),
  holidays: [],
  overrides: {},
};

const shipped = shippedDesk();

/** The shipped desk with policies of its own: each is the shipped one but for what is given. */
export function deskWith(
  policies: readonly Partial<SlaPolicy>[],
  more: Partial<DeskConfig> = {},
): DeskConfig {
  const common = must(shipped.policies[0], 'shipped policy');
  return {
    ...shipped,
    calendars: [...shipped.calendars, officeHours],
    policies: policies.map((policy, place) => ({
      ...common,
      code: `policy-${place + 1}`,
      ...policy,
    })),
    ...more,
  };
}
