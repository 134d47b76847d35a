import { readFileSync } from 'node:fs';
import type { Desk } from '../../app/desk/desk.ts';
import { deskHistory, type PartInForce, partsInForce } from '../../app/desk-pack/show-pack.ts';
import type { DeskVersion } from '../../domain/desk-version.ts';
import { type DeskTexts, loadDeskTexts } from '../../i18n/desk-texts.ts';
import { fill } from '../../i18n/fill.ts';
import type { CommandInput } from '../command-input.ts';
import { partList } from '../desk-words.ts';
import { moment } from '../format-ticket.ts';
import type { Session } from '../session.ts';
import { oneOf } from '../usage-error.ts';

/** `smena desk show [PART]`: the rules in force; of one part its file as it was written. */
export async function deskShow(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const parts = partsInForce(desk);
  const asked = input.argument(0);
  const names = parts.map(({ part }) => part);
  const part = asked === undefined ? null : oneOf(asked, names, '<part>');
  const shown = parts.filter((one) => part === null || one.part === part);
  const [current] = deskHistory(desk);
  const { output } = session;
  if (output.isJson) return output.json(inJson(current ?? null, shown, desk));
  const texts = await loadDeskTexts(session.language);
  output.talk(current ? fill(texts.show.version, told(current, desk)) : texts.show.shipped);
  for (const one of shown) {
    if (part === null) output.row(partRow(one, texts));
    else output.line(readFileSync(one.file, 'utf8').trimEnd());
  }
}

/** `smena desk history`: every pack that was put in force, the last one first. */
export async function deskHistoryList(session: Session): Promise<void> {
  const desk = await session.desk();
  const versions = deskHistory(desk);
  const { output } = session;
  if (output.isJson) return output.json(versions.map((version) => versionJson(version, desk)));
  const texts = await loadDeskTexts(session.language);
  if (versions.length === 0) return output.talk(texts.history.none);
  for (const version of versions) {
    const changed = partList(version.changed, texts);
    output.row(fill(texts.history.row, { ...told(version, desk), changed }));
  }
}

function partRow({ part, origin, value }: PartInForce, { parts, show }: DeskTexts): string {
  const count = Array.isArray(value) ? ` ${value.length}` : '';
  return `${part.padEnd(12)} ${parts[part]}${count} · ${show.origins[origin]}`;
}

function inJson(current: DeskVersion | null, shown: readonly PartInForce[], desk: Desk) {
  return {
    ...(current ? versionJson(current, desk) : { version: 0, at: null, by: null, byId: null }),
    parts: Object.fromEntries(shown.map(({ part, value }) => [part, value])),
    origins: Object.fromEntries(shown.map(({ part, origin }) => [part, origin])),
  };
}

function versionJson({ version, hash, at, byId, changed }: DeskVersion, desk: Desk) {
  const by = desk.people.person(byId)?.name ?? null;
  return { version, at: new Date(at).toISOString(), by, byId, hash, changed };
}

function told({ version, at, byId }: DeskVersion, desk: Desk) {
  return { version, at: moment(at, desk), by: desk.people.person(byId)?.name ?? byId };
}
