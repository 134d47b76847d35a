import { fillStop } from '../../render/stops.ts';
import type { Desk } from '../desk/desk.ts';
import { readReplyPromise } from './render-template.ts';
import type { RenderedPromise, RenderedTemplate } from './rendered-template.ts';

/**
 * What each choice of a stop promises, in their order; null for a choice without a time. Undefined
 * when the template promises nothing by this stop.
 */
export function choicePromises(
  desk: Desk,
  { text, stops, template }: RenderedTemplate,
  { number, ticketId }: { readonly number: number; readonly ticketId: string },
): readonly (RenderedPromise | null)[] | undefined {
  if (template?.actions.promise?.from !== number) return undefined;
  const { choices = [] } = stops.find((stop) => stop.number === number) ?? {};
  return choices.map((choice) => {
    const filled = fillStop({ text, stops }, number, choice);
    return readReplyPromise(desk, filled, { template, ticketId });
  });
}
