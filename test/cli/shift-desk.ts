import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShiftHandoverJson } from '../../src/cli/shift-handover-json.ts';
import { CliDesk } from './cli-desk.ts';

/** A hand-over as commands print it. */
export type Handover = ShiftHandoverJson;

export const dayShift = '2026-11-18/08:00-20:00';
export const nightShift = '2026-11-18/20:00-08:00';
/** Five minutes before the day shift ends. */
export const atEnd = ['--now', '2026-11-18T16:55:00Z'];
export const asBoris = ['--as', 'Борис'];

/** The command line of a desk whose day shift is handed over. */
export class ShiftDesk extends CliDesk {
  /** Writes a file and gives its path. */
  paper(value: unknown): string {
    const path = join(this.folder, 'handover.json');
    writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value, null, 2));
    return path;
  }

  /** The hand-over as it stands. */
  shown(...more: string[]): Promise<Handover> {
    return this.json<Handover>(['handover', 'show', ...more]);
  }

  /** A critical ticket with a promise and something to be watched, all of it Anna's. */
  async busyDay(): Promise<void> {
    const more = ['--priority', 'P1', '--text', 'ничего не печатает'];
    await this.run(['new', '--subject', 'Касса молчит', ...more]);
    await this.run(['take', 'SM-1']);
    await this.run(['promise', 'SM-1', '2026-11-18T18:30:00Z', '--text', 'скажем, что с кассой']);
    const watch = ['--kind', 'watch', '--stop', 'очередь пуста', '--if', 'звонить DBA'];
    await this.run(['shift', 'open']);
    await this.run(['shift', 'log', 'очередь писем растёт', ...watch]);
  }

  /** Hands the shift over with what is changed in its file. */
  async submitted(change: (file: Handover) => object = () => ({})): Promise<Handover> {
    const file = await this.shown(...atEnd);
    const path = this.paper({ ...file, ...change(file) });
    return this.json<Handover>(['handover', 'submit', '--file', path, ...atEnd]);
  }
}
