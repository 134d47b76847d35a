import { basename, dirname } from 'node:path';
import Conf from 'conf';
import { UserError } from '../util/user-error.ts';

/** Sets one key (dots go deeper) in the configuration file, keeping everything else. */
export function writeSetting(path: string, key: string, value: unknown): void {
  open(path).set(key, value);
}

/** Takes one key out, so that its default holds again. */
export function clearSetting(path: string, key: string): void {
  open(path).delete(key);
}

function open(path: string): Conf<Record<string, unknown>> {
  try {
    return new Conf({
      projectName: 'smena',
      cwd: dirname(path),
      configName: basename(path, '.json'),
      configFileMode: 0o600,
      clearInvalidConfig: false,
    });
  } catch (error) {
    throw new UserError('config-not-written', { path }, { cause: error });
  }
}
