import { takesLongToOpen } from '../app/desk/takes-long-to-open.ts';
import type { Session } from './session.ts';

/** Says why nothing happens for a while, where a large store is brought up to date first. */
export async function tellMigration({
  paths,
  output,
  texts,
}: Pick<Session, 'paths' | 'output' | 'texts'>): Promise<void> {
  if (takesLongToOpen(paths)) output.talk((await texts()).words.storeIsOlder);
}
