import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const shipped = join(import.meta.dirname, '../../templates/desk');

/** The packs that come with the program. */
export const defaultPack = join(shipped, 'default');
export const bankPack = join(shipped, 'bank');

/** A desk pack in a folder of its own, to be spoiled. Dispose of it with `using`. */
export class PackFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'smena-pack-'));

  /** The whole of a shipped pack. */
  static of(pack: string): PackFolder {
    const folder = new PackFolder();
    cpSync(pack, folder.path, { recursive: true });
    return folder;
  }

  /** Writes a file as a whole. */
  write(file: string, text: string | Uint8Array): this {
    writeFileSync(join(this.path, file), text);
    return this;
  }

  /** Replaces what stands in a file, which has to be there. */
  change(file: string, from: string, to: string): this {
    const text = this.read(file);
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    return this.write(file, text.replace(from, to));
  }

  read(file: string): string {
    return readFileSync(join(this.path, file), 'utf8');
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
