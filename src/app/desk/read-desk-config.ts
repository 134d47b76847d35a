import { join } from 'node:path';
import type { Paths } from '../../config/paths.ts';
import type { DeskConfig } from '../../domain/desk-config.ts';
import { readCompiled } from './compiled-copy.ts';
import { DeskPackError } from './desk-pack-error.ts';
import { packFolders, shippedFolder } from './pack-folders.ts';

/** Raise when the compiled form of a desk pack changes. */
const FORM = 7;
const PARTS = [
  ...['desk', 'lines', 'statuses', 'kinds', 'risks', 'priorities', 'matrix', 'calendars'],
  ...['production', 'policies', 'queues', 'people', 'duties', 'ladders', 'routing', 'works'],
  'permissions',
];

/**
 * The desk pack, from its compiled copy while the files are as they were. Reading and checking
 * YAML costs more than the rest of a one-shot command, so it happens only after a change.
 */
export function readDeskConfig(paths: Paths): Promise<DeskConfig> {
  const folders = packFolders(paths);
  // A new version of the program may read the same files otherwise.
  const program = join(paths.content, 'package.json');
  const parts = folders.flatMap((folder) => PARTS.map((part) => join(folder, `${part}.yaml`)));
  const files = [program, ...parts];
  const copy = { folder: paths.cache, name: 'desk', form: FORM, files };
  return readCompiled(copy, () => readFolders(folders));
}

/** The pack that came with the program, for a desk whose own one has to be mended first. */
export function readShippedConfig(paths: Paths): Promise<DeskConfig> {
  return readFolders([shippedFolder(paths)]);
}

async function readFolders(folders: readonly string[]): Promise<DeskConfig> {
  const { loadPack } = await import('../../content/desk/load-pack.ts');
  const loaded = loadPack(folders);
  if (!loaded.ok) throw new DeskPackError(loaded.problems);
  return loaded.pack.desk;
}
