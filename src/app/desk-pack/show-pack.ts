import { readWritten } from '../../content/desk/compare-parts.ts';
import { deskFile } from '../../content/desk/own-file.ts';
import type { PartName } from '../../content/desk/pack-parts.ts';
import { partNames } from '../../content/desk/read-pack.ts';
import type { DeskConfig } from '../../domain/desk-config.ts';
import type { DeskVersion } from '../../domain/desk-version.ts';
import { DeskVersionStore } from '../../store/desk/desk-version-store.ts';
import type { Desk } from '../desk/desk.ts';
import { appliedFolder, ownFolders, shippedFolder } from '../desk/pack-folders.ts';

/** Where a part that is in force comes from. */
export type PartOrigin = 'applied' | 'own' | 'shipped';

/** One part of the rules in force. */
export interface PartInForce {
  readonly part: PartName;
  readonly origin: PartOrigin;
  readonly file: string;
  readonly value: unknown;
}

/** The rules in force, part by part. */
export function partsInForce(desk: Desk): readonly PartInForce[] {
  const { paths, config } = desk;
  const [own, shipped] = [ownFolders(paths), shippedFolder(paths)];
  return partNames.map((part) => {
    const file = deskFile(`${part}.yaml`, shipped, own);
    const value = part === 'production' ? readWritten(file) : partValue(config, part);
    return { part, origin: originOf(file, appliedFolder(paths), shipped), file, value };
  });
}

/** Every pack that was put in force, the last one first. */
export function deskHistory(desk: Desk): readonly DeskVersion[] {
  return new DeskVersionStore(desk.store.sql).list();
}

function originOf(file: string, applied: string, shipped: string): PartOrigin {
  if (file.startsWith(applied)) return 'applied';
  return file.startsWith(shipped) ? 'shipped' : 'own';
}

/** What a part gives to the desk. Days off of a country are in the calendars already. */
function partValue(config: DeskConfig, part: Exclude<PartName, 'production'>): unknown {
  const { priorityMatrix: matrix, riskClasses: risks, ...rest } = config;
  const { lines, statuses, kinds, priorities, calendars, policies, queues, ...more } = rest;
  const { people, duties, ladders, routing, works, permissions, ...desk } = more;
  const lists = { lines, statuses, kinds, priorities, calendars, policies, queues };
  const others = { people, duties, ladders, routing, works, permissions, matrix, risks, desk };
  return { ...lists, ...others }[part];
}
