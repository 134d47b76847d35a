import { tuiTexts } from '../i18n/tui-texts.ts';
import { workTexts } from '../i18n/work-texts.ts';
import { UserError } from '../util/user-error.ts';
import type { Session } from './session.ts';

/**
 * Puts a text on the clipboard by the same ways as the screens, and says so beside the data. Throws
 * a UserError when there is no clipboard: no tool of the desktop, and no terminal to ask.
 */
export async function copyOut(session: Session, text: string, what: string): Promise<void> {
  const { copyText } = await import('../tui/terminal/copy-text.ts');
  const { runWithInput } = await import('../tui/terminal/run-program.ts');
  const { io, output, language } = session;
  const terminal = [io.stderr, io.stdout].find(({ isTTY }) => isTTY);
  const result = await copyText(text, {
    env: io.env,
    platform: process.platform,
    write: (sequence) => terminal?.write(sequence),
    run: runWithInput,
  });
  const t = tuiTexts(language);
  if (!result.ok) {
    throw new UserError(result.reason === 'empty' ? 'nothing-to-copy' : 'copy-too-long');
  }
  if (result.via !== 'osc52') return output.talk(t.toastCopied(what));
  if (terminal === undefined) throw new UserError('no-clipboard');
  output.talk(workTexts(language).copySent(what));
}
