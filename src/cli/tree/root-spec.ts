import type { CommandSpec } from '../command-spec.ts';
import { besideSpecs, contentSpecs, intakeSpecs, upkeepSpecs } from './desk-specs.ts';
import { slaSpecs } from './sla-specs.ts';
import { fieldSpecs, movingSpecs, readingSpecs, writingSpecs } from './ticket-specs.ts';

/** The whole command tree. Without a command the workstation starts, or says how to go on. */
export const rootSpec: CommandSpec = {
  name: 'smena',
  commands: [
    ...readingSpecs,
    ...writingSpecs,
    ...movingSpecs,
    ...fieldSpecs,
    ...besideSpecs,
    ...contentSpecs,
    ...slaSpecs,
    ...intakeSpecs,
    ...upkeepSpecs,
  ],
  load: async () => (await import('../commands/start.ts')).start,
};
