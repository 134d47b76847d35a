import type { ChecklistItem, Spend, TimeLogged } from './work.ts';

/** What was done on a ticket and written down about it. */
export type WorkFact =
  | {
      readonly type: 'details-changed';
      readonly changes: readonly {
        readonly field: string;
        readonly from: string | null;
        readonly to: string | null;
      }[];
    }
  | { readonly type: 'priority-rated'; readonly impact: string; readonly urgency: string }
  | { readonly type: 'boxes-added'; readonly items: readonly ChecklistItem[] }
  | { readonly type: 'box-ticked'; readonly itemId: string; readonly isDone: boolean }
  | { readonly type: 'box-removed'; readonly itemId: string }
  | { readonly type: 'time-logged'; readonly entry: TimeLogged }
  | { readonly type: 'spent'; readonly spend: Spend }
  | { readonly type: 'stage-finished'; readonly stage: 'interim' | 'final' }
  | { readonly type: 'checked-after'; readonly result: 'passed' | 'failed' }
  | { readonly type: 'watch-changed'; readonly what: string | null; readonly until: number | null }
  | { readonly type: 'card-linked'; readonly ref: string }
  | { readonly type: 'card-closed'; readonly ref: string }
  /** A lead took it for done although this was missing. */
  | { readonly type: 'done-without'; readonly missing: readonly string[]; readonly reason: string }
  | { readonly type: 'closed-off-topic'; readonly reason: string };

const types: Readonly<Record<WorkFact['type'], true>> = {
  'details-changed': true,
  'priority-rated': true,
  'boxes-added': true,
  'box-ticked': true,
  'box-removed': true,
  'time-logged': true,
  spent: true,
  'stage-finished': true,
  'checked-after': true,
  'watch-changed': true,
  'card-linked': true,
  'card-closed': true,
  'done-without': true,
  'closed-off-topic': true,
};

/** Whether a fact is one about the work. */
export function isWorkFact(fact: { readonly type: string }): fact is WorkFact {
  return Object.hasOwn(types, fact.type);
}
