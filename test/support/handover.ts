import type { HandoverForm } from '../../src/domain/handover/handover.ts';
import type { HandoverCommand } from '../../src/domain/handover/handover-command.ts';
import type { Person } from '../../src/domain/person.ts';
import { somebody } from './domain.ts';

/** People of the stories, by what they are at the desk. */
export const people = {
  hire: somebody({ id: 'hire', role: 'hire' }),
  l1: somebody({ id: 'l1', line: '1' }),
  l2: somebody({ id: 'l2', line: '2' }),
  l3: somebody({ id: 'l3', line: '3' }),
  verifier: somebody({ id: 'verifier', role: 'verifier', line: '1' }),
  lead: somebody({ id: 'lead', role: 'lead', line: '1' }),
  teamLead: somebody({ id: 'team-lead', role: 'team-lead' }),
  head: somebody({ id: 'head', role: 'head' }),
  qa: somebody({ id: 'qa', role: 'qa' }),
} as const satisfies Record<string, Person>;

/** A form with which a receiver can go on. */
export const fullForm: HandoverForm = {
  seen: 'Документ не проводится, ошибка блокировки',
  done: 'Перезапустили службу: через час то же самое',
  need: 'Найти, кто держит блокировку',
};

/** Hands a ticket on with a full form unless said otherwise. */
export function escalate(
  more: Partial<Extract<HandoverCommand, { type: 'escalate' }>> = {},
): HandoverCommand {
  return { type: 'escalate', to: 'line', reason: '', form: fullForm, ...more };
}
