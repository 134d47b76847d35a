import { toSafe } from '../../util/to-safe.ts';

const MAX_LENGTH = 120;

/** The sequence that names the window; the text is made safe here. Empty text clears the name. */
export function titleSequence(text: string): string {
  return `\u001b]2;${toSafe(text, { maxLine: MAX_LENGTH })}\u0007`;
}
