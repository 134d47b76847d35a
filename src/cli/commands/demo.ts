import { fillDemo } from '../../app/demo/fill-demo.ts';
import { removeDemo } from '../../app/demo/remove-demo.ts';
import { fill } from '../../i18n/fill.ts';
import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';
import { wholeNumber } from '../usage-error.ts';

/** `smena demo [--seed N] [--tickets N] | --remove`. */
export async function demo(session: Session, input: CommandInput): Promise<void> {
  const seed = wholeNumber(input.value('seed') ?? '1', '--seed');
  const tickets = wholeNumber(input.value('tickets') ?? '600', '--tickets', 1);
  const desk = await session.desk();
  const { output } = session;
  const { done } = await session.texts();
  if (input.has('remove')) {
    const removed = removeDemo(desk);
    if (output.isJson) output.json({ removed });
    else output.line(fill(done.demoRemoved, { tickets: removed.tickets }));
    return;
  }
  const filled = await fillDemo(desk, { seed, tickets });
  const { wasThere, refusals, ...added } = filled;
  if (output.isJson) output.json({ ...added, wasThere });
  else output.line(wasThere ? done.demoWasThere : fill(done.demoFilled, { ...added }));
  if (refusals.length > 0) output.talk(fill(done.demoRefused, { count: refusals.length }));
}
