import type { Ticket } from '../../domain/ticket.ts';
import { fieldsOf, type TypedDetails } from '../../domain/work/decide-details.ts';
import { readField } from '../../domain/work/read-field.ts';
import type { Desk } from '../desk/desk.ts';

/**
 * What a person typed, as it is stored: «завтра 10» has to mean the same when the command is decided
 * again elsewhere. What cannot be read stays as it was typed, and the rule says what is wrong.
 */
export function readDetails(desk: Desk, kind: Ticket['kind'], typed: TypedDetails): TypedDetails {
  const fields = fieldsOf(desk.config, kind);
  const context = { now: desk.clock.now(), timeZone: desk.config.timeZone };
  return Object.fromEntries(
    Object.entries(typed).map(([code, text]) => {
      const rule = fields.find((field) => field.code === code);
      if (rule === undefined || text.trim() === '') return [code, text];
      if (rule.type === 'person') return [code, personName(desk, text)];
      const read = readField(rule, text, context);
      return [code, read.ok ? read.value : text];
    }),
  );
}

/** Somebody of the desk by login gets their name; anybody else stays as they were written. */
function personName(desk: Desk, text: string): string {
  const wanted = text.trim();
  if (wanted === 'me' || wanted === 'я') return desk.me.name;
  return desk.people.findPerson(wanted)?.name ?? wanted;
}
