import { showControls } from '../../util/to-safe.ts';
import { type Env, isSsh, isTmux } from './capabilities.ts';
import { passThrough } from './passthrough.ts';

/** Runs a program with input on its stdin; resolves with its exit code, rejects when it is absent. */
export type Run = (
  command: string,
  args: readonly string[],
  input: string | Uint8Array,
) => Promise<{ readonly code: number }>;

export type CopyTools = {
  readonly env: Env;
  readonly platform: NodeJS.Platform;
  /** Writes a service sequence straight to the terminal, past the renderer. */
  readonly write: (sequence: string) => void;
  readonly run: Run;
};

/** `osc52` is sent, not confirmed: no terminal answers, so the message must say «отправлено». */
export type CopyResult =
  | { readonly ok: true; readonly via: 'osc52' | 'native' | 'tmux' }
  | {
      readonly ok: false;
      readonly via: 'osc52' | 'native' | 'tmux';
      readonly reason: 'too-large' | 'empty';
    };

/** Terminals drop a longer sequence without a word; the figure is the one k9s settled on. */
const MAX_OSC52 = 74_994;

type NativeTool = { readonly command: string; readonly args: readonly string[] };

function nativeTools(env: Env, platform: NodeJS.Platform): NativeTool[] {
  if (platform === 'darwin') return [{ command: 'pbcopy', args: [] }];
  if (platform === 'win32' || (env['WSL_DISTRO_NAME'] ?? '') !== '') {
    return [{ command: 'clip.exe', args: [] }];
  }
  const wayland = { command: 'wl-copy', args: [] };
  const x11 = [
    { command: 'xclip', args: ['-selection', 'clipboard'] },
    { command: 'xsel', args: ['--clipboard', '--input'] },
  ];
  return [
    ...((env['WAYLAND_DISPLAY'] ?? '') === '' ? [] : [wayland]),
    ...((env['DISPLAY'] ?? '') === '' ? [] : x11),
  ];
}

/** clip.exe takes Cyrillic only as UTF-16 with a byte order mark. */
function inputFor(command: string, text: string): string | Uint8Array {
  return command === 'clip.exe' ? Buffer.from(`\ufeff${text}`, 'utf16le') : text;
}

async function runs(tools: CopyTools, tool: NativeTool, text: string): Promise<boolean> {
  try {
    const { code } = await tools.run(tool.command, tool.args, inputFor(tool.command, text));
    return code === 0;
  } catch {
    return false;
  }
}

async function copyNatively(text: string, tools: CopyTools): Promise<boolean> {
  for (const tool of nativeTools(tools.env, tools.platform)) {
    if (await runs(tools, tool, text)) return true;
  }
  return false;
}

/** The OSC 52 sequence that puts a text on the clipboard of the terminal, or null over the cap. */
export function clipboardSequence(text: string): string | null {
  const encoded = Buffer.from(text, 'utf8').toString('base64');
  return encoded.length > MAX_OSC52 ? null : `\u001b]52;c;${encoded}\u0007`;
}

function copyByTerminal(text: string, tools: CopyTools): CopyResult {
  const sequence = clipboardSequence(text);
  if (sequence === null) return { ok: false, via: 'osc52', reason: 'too-large' };
  tools.write(passThrough(sequence, tools.env));
  return { ok: true, via: 'osc52' };
}

/**
 * Puts a text on the engineer's clipboard and says by which way.
 *
 * Over ssh the native tools would fill the clipboard of the remote machine, so there the terminal
 * is asked (OSC 52), in tmux through tmux. Control characters of the text become visible marks.
 */
export async function copyText(text: string, tools: CopyTools): Promise<CopyResult> {
  const cleaned = showControls(text);
  if (cleaned === '') return { ok: false, via: 'native', reason: 'empty' };
  const { env } = tools;
  if (!isSsh(env) && (await copyNatively(cleaned, tools))) return { ok: true, via: 'native' };
  const toTmux = { command: 'tmux', args: ['load-buffer', '-w', '-'] };
  if (isTmux(env) && (await runs(tools, toTmux, cleaned))) return { ok: true, via: 'tmux' };
  return copyByTerminal(cleaned, tools);
}
