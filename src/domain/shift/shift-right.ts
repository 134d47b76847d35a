import type { DeskConfig } from '../desk-config.ts';
import { allowanceOf } from '../permission.ts';
import { whyNotAllowed } from '../permission-gate.ts';
import type { Person } from '../person.ts';
import type { Refusal } from '../refusal.ts';
import type { DecideShiftContext } from './shift-context.ts';

type Asked = Pick<DecideShiftContext, 'actor' | 'desk' | 'isUnled'>;

const RIGHT = 'write-shift-report';

/** Whether nobody real is there who may write the report of a shift: then whoever works does. */
export function isUnled(persons: readonly Person[], { permissions }: DeskConfig): boolean {
  return !persons.some((one) => !one.isDemo && allowanceOf(permissions, RIGHT, one) === 'yes');
}

/** Why somebody does not lead a shift; null when they do. */
export function whyNotLead(asked: Asked): Refusal | null {
  const { actor, desk } = asked;
  return asked.isUnled && mayAdd(asked) ? null : whyNotAllowed(RIGHT, actor, desk);
}

/** Why somebody adds nothing to the log of a shift; null when they do. */
export function whyNotAdd(asked: Asked): Refusal | null {
  return mayAdd(asked) ? null : whyNotAllowed(RIGHT, asked.actor, asked.desk);
}

/** Why somebody takes no shift over; null when they do. Whoever heads the desk does, too. */
export function whyNotReceive(asked: Asked): Refusal | null {
  return asked.actor.role === 'head' ? null : whyNotLead(asked);
}

function mayAdd({ actor, desk }: Asked): boolean {
  const allowance = allowanceOf(desk.permissions, RIGHT, actor);
  return allowance === 'yes' || (allowance !== 'no' && allowance.limit === 'add-item');
}
