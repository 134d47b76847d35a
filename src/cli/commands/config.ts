import { readSettings } from '../../config/read-settings.ts';
import { defaultSettings } from '../../config/settings.ts';
import { clearSetting, writeSetting } from '../../config/write-settings.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';

/** `smena config list`: every setting with its value, and what in the file was not understood. */
export async function configList(session: Session): Promise<void> {
  const { output } = session;
  const { settings, problems } = readSettings(session.paths.config);
  if (output.isJson) return output.json(settings);
  for (const [key, value] of flatten(settings)) output.line(`${key} = ${JSON.stringify(value)}`);
  const { settingProblems } = await session.texts();
  for (const { key, code } of problems) output.talk(`${key}: ${settingProblems[code]}`);
}

/** `smena config get KEY`. */
export function configGet(session: Session, input: CommandInput): void {
  const value = valueAt(session.settings, input.required(0));
  const { output } = session;
  if (output.isJson) output.json(value);
  else output.line(typeof value === 'string' ? value : JSON.stringify(value));
}

/** `smena config set KEY VALUE`: JSON where it is JSON, else a text. */
export function configSet(session: Session, input: CommandInput): void {
  const key = input.required(0);
  const { path, before } = fileOf(session, key);
  const text = input.required(1);
  // A text that happens to be JSON, such as a login of digits, is tried as a text too.
  const fits = [readValue(text), text].some((value) => {
    writeSetting(path, key, value);
    return isAccepted(path, key);
  });
  if (!fits) {
    if (before === undefined) clearSetting(path, key);
    else writeSetting(path, key, before);
    throw new UserError('setting-wrong-type', { key });
  }
  const { settings } = readSettings(path);
  if (session.output.isJson) session.output.json({ [key]: valueAt(settings, key) });
}

/** `smena config unset KEY`: the default holds again. */
export function configUnset(session: Session, input: CommandInput): void {
  const key = input.required(0);
  clearSetting(fileOf(session, key).path, key);
  const { settings } = readSettings(session.paths.config);
  if (session.output.isJson) session.output.json({ [key]: valueAt(settings, key) });
}

/** `smena config path`: where the configuration is, also when it is not there yet. */
export function configPath(session: Session): void {
  const path = session.paths.config;
  if (session.output.isJson) session.output.json({ path });
  else session.output.line(path);
}

/** `smena config edit`: the file in $VISUAL or $EDITOR; what came out is checked. */
export async function configEdit(session: Session): Promise<void> {
  const { editFile } = await import('../edit-file.ts');
  const path = session.paths.config;
  await editFile(session, path);
  const { problems } = readSettings(path);
  const { settingProblems } = await session.texts();
  for (const { key, code } of problems) session.output.problem(`${key}: ${settingProblems[code]}`);
  if (problems.length > 0) session.fail();
}

function isAccepted(path: string, key: string): boolean {
  const { problems } = readSettings(path);
  return !problems.some((p) => p.key === key || p.key.startsWith(`${key}.`));
}

function fileOf(session: Session, key: string) {
  valueAt(session.settings, key);
  const path = session.paths.config;
  // Only what the file says itself is put back after a value that does not fit.
  const { settings } = readSettings(path);
  const current = valueAt(settings, key);
  return { path, before: current === valueAt(defaultSettings, key) ? undefined : current };
}

/** The value of a dotted key. Throws a UserError for a key that does not exist. */
function valueAt(settings: object, key: string): unknown {
  let value: unknown = settings;
  const names = key.split('.');
  for (const [depth, name] of names.entries()) {
    const isOpen = names[0] === 'keys' && depth > 0;
    if (typeof value !== 'object' || value === null || (!isOpen && !Object.hasOwn(value, name))) {
      throw new UserError('setting-unknown', { key });
    }
    value = Object.entries(value).find(([known]) => known === name)?.[1] ?? null;
  }
  return value;
}

function readValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function flatten(value: object, prefix = ''): [key: string, value: unknown][] {
  return Object.entries(value).flatMap(([name, item]): [string, unknown][] => {
    const isGroup = typeof item === 'object' && item !== null && !Array.isArray(item);
    return isGroup ? flatten(item, `${prefix}${name}.`) : [[`${prefix}${name}`, item]];
  });
}
