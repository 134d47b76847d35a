import type { CommandInput } from '../command-input.ts';
import { runWithText } from '../run-with-text.ts';
import type { Session } from '../session.ts';

/** `smena diagnose REF [--text TEXT]`: one's own diagnosis; without --text it is piped in. */
export async function diagnose(session: Session, input: CommandInput): Promise<void> {
  await runWithText(session, input, (text) => ({ type: 'diagnose', text }));
}
