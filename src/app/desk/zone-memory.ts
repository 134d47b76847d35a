import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paths } from '../../config/paths.ts';
import type { DeskConfig } from '../../domain/desk-config.ts';
import { countsByZone } from '../../domain/sla/desk-time.ts';
import type { Clock } from '../../util/clock.ts';
import { askedZones, learnZones, readRules, type ZoneRules } from '../../util/zoned-time.ts';
import { endWithDesk } from './close-desk.ts';

const DAY_MS = 86_400_000;
/** How far round the present the rules reach. */
const REACH_MS = 400 * DAY_MS;
/** Rules that end sooner are read anew. */
const MARGIN_MS = 60 * DAY_MS;

interface Memory {
  /** Version of the system's zone data: a government may have changed its mind. */
  readonly data: string;
  readonly zones: readonly ZoneRules[];
}

/** Takes the time zones of earlier runs into use, so that the first frame asks no calendar. */
export function recallZones(paths: Paths, now: number): void {
  const memory = read(paths);
  const isFresh = (zone: ZoneRules) => zone.from < now - MARGIN_MS && zone.to > now + MARGIN_MS;
  if (memory?.data === dataVersion()) learnZones(memory.zones.filter(isFresh));
}

/** Where deadlines are counted by zones, every run works with those of earlier ones. */
export function workByZones(paths: Paths, config: DeskConfig, clock: Clock): void {
  if (!countsByZone(config)) return;
  recallZones(paths, clock.now());
  endWithDesk({ paths }, () => rememberZones(paths, clock.now()));
}

/** Keeps the rules of zones that had to be asked in this run. */
export function rememberZones(paths: Paths, now: number): void {
  const asked = askedZones();
  if (asked.length === 0) return;
  const kept = (read(paths)?.zones ?? []).filter((zone) => !asked.includes(zone.timeZone));
  const from = Math.floor((now - REACH_MS) / DAY_MS) * DAY_MS;
  const rules = asked.map((zone) => readRules(zone, from, from + 2 * REACH_MS));
  const memory: Memory = { data: dataVersion(), zones: [...kept, ...rules] };
  try {
    mkdirSync(paths.cache, { recursive: true, mode: 0o700 });
    writeFileSync(fileOf(paths), JSON.stringify(memory), { mode: 0o600 });
  } catch {
    // Without a memory the next start asks again; a disk that takes nothing is told by the store.
  }
}

function read(paths: Paths): Memory | null {
  const file = fileOf(paths);
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Memory;
  } catch {
    // Torn by a kill: as good as none.
    return null;
  }
}

function fileOf(paths: Paths): string {
  return join(paths.cache, 'zones.json');
}

function dataVersion(): string {
  return process.versions['tz'] ?? process.version;
}
