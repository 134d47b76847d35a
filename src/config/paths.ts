import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where everything of one workstation lies. */
export interface Paths {
  readonly dataFolder: string;
  readonly store: string;
  readonly attachments: string;
  readonly config: string;
  /** One line for the status bar of tmux, kept by the running workstation. */
  readonly statusFile: string;
  /** The desk's own articles, templates and desk pack, read over the shipped ones. */
  readonly overlay: string;
  /** Shipped kb/ and templates/. */
  readonly content: string;
  readonly cache: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Folders by the XDG rules; `--data-dir` or SMENA_DATA_DIR puts everything, the configuration
 * too, into one folder. `packageRoot` is where kb/ and templates/ stand.
 */
export function resolvePaths(env: Env, packageRoot: string, dataDir?: string): Paths {
  const chosen = dataDir ?? (env['SMENA_DATA_DIR'] || undefined);
  const home = env['HOME'] || homedir();
  const dataFolder = chosen
    ? resolve(chosen)
    : join(env['XDG_DATA_HOME'] || join(home, '.local/share'), 'smena');
  const configFolder = chosen
    ? dataFolder
    : join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'smena');
  return {
    dataFolder,
    store: join(dataFolder, 'smena.db'),
    attachments: join(dataFolder, 'attachments'),
    config: join(configFolder, 'config.json'),
    statusFile: join(dataFolder, 'status'),
    overlay: join(dataFolder, 'content'),
    content: packageRoot,
    cache: join(dataFolder, 'cache'),
  };
}
