import type { Paths } from '../../config/paths.ts';
import type { DeskConfig } from '../../domain/desk-config.ts';
import { DeskVersionStore } from '../../store/desk/desk-version-store.ts';
import type { Sql } from '../../store/sql.ts';
import { DeskPackError } from './desk-pack-error.ts';
import { writePackInForce } from './pack-in-force.ts';
import { readDeskConfig, readShippedConfig } from './read-desk-config.ts';

/** The rules of the desk that are in force, read again when somebody puts others in force. */
export class DeskRules {
  readonly #paths: Paths;
  readonly #versions: DeskVersionStore;
  #version: string;
  #config: DeskConfig;

  private constructor(paths: Paths, versions: DeskVersionStore, config: DeskConfig) {
    this.#paths = paths;
    this.#versions = versions;
    this.#version = versionOf(versions);
    this.#config = config;
  }

  /**
   * Reads the rules: those of the store, then the desk's own files, then the shipped ones. `isMending`
   * works by the shipped ones alone when the others cannot be read, so that they can be replaced.
   */
  static async open(paths: Paths, sql: Sql, isMending: boolean): Promise<DeskRules> {
    const versions = new DeskVersionStore(sql);
    writePackInForce(paths, versions);
    const config = await readDeskConfig(paths).catch((error) => {
      if (isMending && error instanceof DeskPackError) return readShippedConfig(paths);
      throw error;
    });
    return new DeskRules(paths, versions, config);
  }

  get config(): DeskConfig {
    return this.#config;
  }

  /** Follows the store; whether other rules came in force since the last time. */
  async reload(): Promise<boolean> {
    const version = versionOf(this.#versions);
    if (version === this.#version) return false;
    writePackInForce(this.#paths, this.#versions);
    this.#config = await readDeskConfig(this.#paths);
    this.#version = version;
    return true;
  }
}

/** A number alone may come to stand for another pack: the server decides which one has it. */
function versionOf(versions: DeskVersionStore): string {
  const current = versions.current();
  return current === null ? '' : `${current.version} ${current.hash}`;
}
