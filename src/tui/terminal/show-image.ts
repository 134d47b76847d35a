import { capabilities, type Env } from './capabilities.ts';
import { passThrough } from './passthrough.ts';

const ESC = '\u001b';
/** kitty takes the picture in pieces of at most this many base64 characters. */
const KITTY_PIECE = 4096;
/** kitty's protocol decodes PNG only; iTerm2 and WezTerm decode what the system does. */
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/** The size of the window that a picture has to fit, in cells. */
export interface ImageRoom {
  readonly columns: number;
  readonly rows: number;
}

/**
 * The sequence that draws a picture in the terminal's own protocol, or null when this terminal has
 * none for it: then the file is opened outside.
 */
export function imageSequence(bytes: Uint8Array, env: Env, room: ImageRoom): string | null {
  const { images } = capabilities(env);
  if (images === 'iterm2') return passThrough(iterm2(bytes, room), env);
  if (images === 'kitty' && isPng(bytes)) return kitty(bytes, room);
  return null;
}

function isPng(bytes: Uint8Array): boolean {
  return PNG.every((byte, i) => bytes[i] === byte);
}

function iterm2(bytes: Uint8Array, room: ImageRoom): string {
  const encoded = Buffer.from(bytes).toString('base64');
  const size = `size=${bytes.length};width=${room.columns};height=${room.rows}`;
  return `${ESC}]1337;File=inline=1;preserveAspectRatio=1;${size}:${encoded}\u0007`;
}

function kitty(bytes: Uint8Array, room: ImageRoom): string {
  const encoded = Buffer.from(bytes).toString('base64');
  const pieces = encoded.match(new RegExp(`.{1,${KITTY_PIECE}}`, 'g')) ?? [];
  return pieces
    .map((piece, i) => {
      const more = i < pieces.length - 1 ? 1 : 0;
      // Only a height is given: the terminal keeps the proportions by itself.
      const head = i === 0 ? `a=T,f=100,q=2,r=${room.rows},m=${more}` : `m=${more}`;
      return `${ESC}_G${head};${piece}${ESC}\\`;
    })
    .join('');
}
