import type { Op } from '../../domain/op.ts';
import { articleShapes, deskShapes, queueShapes, recordShapes } from './desk-shapes.ts';
import { misfit } from './misfit.ts';
import { familyShapes, handoverShapes, workShapes } from './more-ticket-shapes.ts';
import { practiceShapes } from './practice-shapes.ts';
import type { Shape } from './shape.ts';
import { shiftShapes } from './shift-shapes.ts';
import { supervisionShapes } from './supervision-shapes.ts';
import { ticketShapes } from './ticket-shapes.ts';

type ByType = Readonly<Record<string, Shape>>;

/** Every command that an operation may carry: by the kind of thing, then by its type. */
export const payloadShapes: Readonly<Record<Op['entityType'], ByType>> = {
  ticket: {
    ...{ ...ticketShapes, ...handoverShapes, ...workShapes, ...familyShapes },
    ...supervisionShapes,
  },
  person: only('save-person'),
  customer: only('save-customer'),
  contact: only('save-contact'),
  asset: only('save-asset'),
  article: articleShapes,
  desk: deskShapes,
  queue: queueShapes,
  shift: shiftShapes,
  practice: practiceShapes,
};

function only(type: string): ByType {
  return Object.fromEntries(Object.entries(recordShapes).filter(([name]) => name === type));
}

/**
 * Where a payload is not what its type says: the path of the first wrong place, `type` for an unknown
 * command; null when a rule may look at it.
 */
export function misfitOfPayload(entityType: Op['entityType'], payload: unknown): string | null {
  const shapes = payloadShapes[entityType];
  const type =
    typeof payload === 'object' && payload !== null && 'type' in payload ? payload.type : undefined;
  const shape = typeof type === 'string' && Object.hasOwn(shapes, type) ? shapes[type] : undefined;
  return shape ? misfit(shape, payload) : 'type';
}
