import type { CommandSpec } from '../command-spec.ts';
import { deskPackSpecs } from './desk-pack-specs.ts';
import { besideSpecs, contentSpecs, intakeSpecs, upkeepSpecs } from './desk-specs.ts';
import { familySpecs } from './family-specs.ts';
import { handoverSpecs } from './handover-specs.ts';
import { practiceSpecs } from './practice-specs.ts';
import { reportSpecs } from './report-specs.ts';
import { dutySpecs, peopleSpecs } from './routing-specs.ts';
import { serverSpecs } from './server-specs.ts';
import { shiftHandoverSpecs } from './shift-handover-specs.ts';
import { shiftSpecs } from './shift-specs.ts';
import { slaSpecs } from './sla-specs.ts';
import { supervisionSpecs } from './supervision-specs.ts';
import { syncSpecs } from './sync-specs.ts';
import { fieldSpecs, movingSpecs, readingSpecs, writingSpecs } from './ticket-specs.ts';
import { workSpecs } from './work-specs.ts';

/** The whole command tree. Without a command the workstation starts, or says how to go on. */
export const rootSpec: CommandSpec = {
  name: 'smena',
  commands: [
    ...readingSpecs,
    ...writingSpecs,
    ...movingSpecs,
    ...fieldSpecs,
    ...workSpecs,
    ...handoverSpecs,
    ...supervisionSpecs,
    ...familySpecs,
    ...shiftHandoverSpecs,
    ...besideSpecs,
    ...contentSpecs,
    ...slaSpecs,
    ...deskPackSpecs,
    ...reportSpecs,
    ...dutySpecs,
    ...shiftSpecs,
    ...peopleSpecs,
    ...practiceSpecs,
    ...intakeSpecs,
    ...syncSpecs,
    ...upkeepSpecs,
    ...serverSpecs,
  ],
  load: async () => (await import('../commands/start.ts')).start,
};
