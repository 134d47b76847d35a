import { keepBreaches } from '../../app/sla/keep-breaches.ts';
import { explainWords } from '../../i18n/deadline-words.ts';
import type { CommandInput } from '../command-input.ts';
import { iso } from '../iso.ts';
import type { Session } from '../session.ts';

/** `smena sla sweep`: keeps the deadlines that passed in tickets which nobody has touched since. */
export async function slaSweep(session: Session, _input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const kept = keepBreaches(desk);
  const { output } = session;
  if (output.isJson) {
    const breaches = kept.map(({ number, target, policy, dueAt }) => {
      return { ticket: number, target, policy, dueAt: iso(dueAt) };
    });
    return output.json({ kept: kept.length, breaches });
  }
  const { t, moment } = explainWords(desk);
  for (const { number, target, dueAt } of kept) {
    output.row(t.sweptRow(number, t.targets[target], moment(dueAt, desk.clock.now())));
  }
  output.talk(t.swept(kept.length));
}
