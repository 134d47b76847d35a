import { deskNames } from './desk-names.ts';
import { say, texts, type Ui } from './ui.ts';

/** Works by the rules that somebody else put in force meanwhile; whether there were others. */
export async function followRules(ui: Ui): Promise<boolean> {
  const hasOthers = await ui.desk().reload();
  if (!hasOthers) return false;
  ui.store.set(deskNames(ui.desk().config));
  say(ui, texts(ui).rulesChanged);
  return true;
}
