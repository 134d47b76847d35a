import type { DeskConfig } from '../../src/domain/desk-config.ts';
import type { FieldRule, KindRule } from '../../src/domain/kind-rule.ts';
import { shippedDesk } from './domain.ts';

/** A name that is the same in both languages. */
export function named(name: string) {
  return { ru: name, en: name };
}

/** A field of a kind, of text and never needed unless said otherwise. */
export function field(code: string, more: Partial<FieldRule> = {}): FieldRule {
  const plain = { hint: null, type: 'text', choices: [], needed: 'never', when: null } as const;
  return { code, name: named(code), ...plain, ...more };
}

const quiet = { about: null, isOn: true, fields: [], done: [], doneNeeds: [], defaultLine: null };
const plainKind = {
  ...quiet,
  defaultPriority: null,
  risk: null,
  departments: [],
  hasStages: false,
};

/** A kind that asks for nothing unless said otherwise. */
export function kind(code: KindRule['code'], more: Partial<KindRule> = {}): KindRule {
  return { code, name: named(code), ...plainKind, ...more };
}

const strictKinds: readonly KindRule[] = [
  kind('incident', {
    fields: [
      field('customer', { needed: 'transfer' }),
      field('since', { type: 'time', needed: 'transfer' }),
      field('cause', { needed: 'done', when: { field: 'priority', is: ['P1'] } }),
    ],
  }),
  kind('task', {
    fields: [field('planned', { type: 'duration', needed: 'register' })],
    done: [named('Сделано'), named('Передано')],
    doneNeeds: ['comment', 'time'],
  }),
  kind('defect', { fields: [field('expected'), field('card')], doneNeeds: ['public-answer'] }),
  kind('change', { hasStages: true, risk: 'function', fields: [field('docs')] }),
  kind('visit', {
    fields: [field('window', { type: 'window' }), field('legs', { type: 'legs' })],
    doneNeeds: ['after-check'],
  }),
  kind('planned-work', {
    fields: [field('window', { type: 'window' }), field('affected')],
  }),
  kind('access', { isOn: false }),
];

/** The shipped desk with kinds that ask for much, classes of risk and a little money. */
export function strictDesk(more: Partial<DeskConfig> = {}): DeskConfig {
  const risk = { code: 'function', name: named('изменение функций'), lines: ['3'] };
  return {
    ...shippedDesk(),
    kinds: strictKinds,
    riskClasses: [risk],
    spending: { limit: 500, currency: 'USD' },
    ...more,
  };
}
