import { type Env, isTmux } from './capabilities.ts';

const ESC = '\u001b';
/** GNU Screen cuts a device control string at 768 bytes. */
const SCREEN_PIECE = 500;

/** Wraps a sequence so that tmux or Screen hands it to the terminal outside. */
export function passThrough(sequence: string, env: Env): string {
  if (isTmux(env)) {
    return `${ESC}Ptmux;${sequence.replaceAll(ESC, ESC + ESC)}${ESC}\\`;
  }
  if ((env['STY'] ?? '') === '') return sequence;
  const pieces = sequence.match(new RegExp(`.{1,${SCREEN_PIECE}}`, 'gs')) ?? [];
  return pieces.map((piece) => `${ESC}P${piece}${ESC}\\`).join('');
}
