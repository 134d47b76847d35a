// Opens a store as a user without rights on its folder and prints the code of what happens.
import { openStore } from '../../src/store/open-store.ts';
import { UserError } from '../../src/util/user-error.ts';

process.setuid?.(65_534);
try {
  openStore({ path: process.argv[2] ?? '', indexText: (text) => text }).close();
  process.stdout.write('opened');
} catch (error) {
  process.stdout.write(error instanceof UserError ? error.code : String(error));
}
