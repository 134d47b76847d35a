import { fail, ok, type Result } from '../../util/result.ts';
import type { DecideContext } from '../decide-context.ts';
import { type Refusal, refusal, refuse } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';
import { isAbove } from './kin.ts';
import { type PlacedDecision, placed } from './placed.ts';

/** What is put under a mass incident, and why. */
export interface Gathering {
  readonly childIds: readonly string[];
  readonly reason: string;
}

/** Puts tickets of one cause under this one. What already stands there stays. */
export function decideGather(
  { childIds, reason }: Gathering,
  state: Ticket,
  context: DecideContext,
): PlacedDecision {
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  const wanted = [...new Set(childIds)].filter((id) => !state.childIds?.includes(id));
  if (wanted.length === 0) return refuse('nothing-to-change');
  return gathered({ childIds: wanted, reason }, state, context);
}

/** What a mass incident is known by while its members are judged. */
type Parent = Pick<Ticket, 'id' | 'number' | 'space' | 'parentId'>;

/** The facts of a gathering; a fresh mass incident may stand for nobody yet. */
export function gathered(
  { childIds, reason }: Gathering,
  state: Parent,
  context: DecideContext,
): PlacedDecision {
  for (const id of childIds) {
    const member = memberOf(id, state, context);
    if (!member.ok) return member;
  }
  return ok([
    ...placed(state.id, [{ type: 'children-gathered', childIds, reason }]),
    ...childIds.flatMap((id) => placed(id, [{ type: 'joined-parent', parentId: state.id }])),
  ]);
}

function memberOf(id: string, state: Parent, context: DecideContext): Result<Ticket, Refusal> {
  if (id === state.id) return refuse('gathered-itself');
  const child = context.other(id);
  if (!child) return refuse('no-such-ticket');
  const why = whyNotGathered(child, state, context);
  return why ? fail(why) : ok(child);
}

function whyNotGathered(child: Ticket, state: Parent, context: DecideContext): Refusal | null {
  const { number } = child;
  if (child.status === 'closed') return refusal('member-closed', ['reopen'], { number });
  if (child.status === 'merged') return refusal('member-merged', [], { number });
  if (child.space !== state.space) return refusal('other-space', [], { number });
  if (child.parentId !== undefined) {
    const parent = context.other(child.parentId)?.number ?? '';
    return refusal('member-elsewhere', ['mass-detach'], { number, parent });
  }
  return isAbove(child.id, state, context.other)
    ? refusal('family-circle', [], { number, parent: state.number })
    : null;
}

/** Takes an exception out of its mass incident. */
export function decideDetach(reason: string, state: Ticket): PlacedDecision {
  const { parentId } = state;
  if (parentId === undefined) return refuse('no-parent');
  return ok([
    ...placed(state.id, [{ type: 'left-parent', parentId, reason }]),
    ...placed(parentId, [{ type: 'child-left', childId: state.id }]),
  ]);
}
