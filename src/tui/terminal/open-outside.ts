import { type Env, isSsh } from './capabilities.ts';

/** Starts a program and does not wait for it; rejects when it cannot be started. */
export type Start = (command: string, args: readonly string[]) => Promise<void>;

export interface OutsideTools {
  readonly env: Env;
  readonly platform: NodeJS.Platform;
  readonly start: Start;
}

interface Opener {
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * The program that opens a file or an address on the screen the engineer looks at; null over ssh
 * and without a graphical screen, where it would open nowhere.
 */
export function openerOf(target: string, env: Env, platform: NodeJS.Platform): Opener | null {
  if (isSsh(env)) return null;
  if (platform === 'darwin') return { command: 'open', args: [target] };
  if (platform === 'win32') return { command: 'explorer.exe', args: [target] };
  if ((env['WSL_DISTRO_NAME'] ?? '') !== '') return { command: 'explorer.exe', args: [target] };
  const hasScreen = (env['DISPLAY'] ?? '') !== '' || (env['WAYLAND_DISPLAY'] ?? '') !== '';
  return hasScreen ? { command: 'xdg-open', args: [target] } : null;
}

/** Opens a file or an address outside of the terminal; false when there is no way to. */
export async function openOutside(target: string, tools: OutsideTools): Promise<boolean> {
  const opener = openerOf(target, tools.env, tools.platform);
  if (!opener) return false;
  try {
    await tools.start(opener.command, opener.args);
    return true;
  } catch {
    return false;
  }
}
