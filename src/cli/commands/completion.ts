import type { CommandInput } from '../command-input.ts';
import { completionScript, shells } from '../completion-script.ts';
import type { Session } from '../session.ts';
import { rootSpec } from '../tree/root-spec.ts';
import { oneOf } from '../usage-error.ts';

/** `smena completion bash|zsh|fish`: a script for the shell, made from the command tree. */
export async function completion(session: Session, input: CommandInput): Promise<void> {
  const shell = oneOf(input.required(0), shells, '<shell>');
  const script = completionScript(shell, rootSpec, await session.texts());
  if (session.output.isJson) session.output.json({ shell, script });
  else session.output.line(script);
}
