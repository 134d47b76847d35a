import type { CommandSpec } from '../command-spec.ts';
import { practiceCheckSpecs } from './practice-check-specs.ts';
import { practiceFactSpecs } from './practice-fact-specs.ts';
import { practicePathSpecs } from './practice-path-specs.ts';
import { practiceRecordSpecs } from './practice-record-specs.ts';
import { practiceRunSpecs } from './practice-run-specs.ts';

/** Practice on scripted customers. */
export const practiceSpecs: readonly CommandSpec[] = [
  {
    name: 'practice',
    commands: [
      ...practiceCheckSpecs,
      ...practiceFactSpecs,
      ...practiceRunSpecs,
      ...practicePathSpecs,
      ...practiceRecordSpecs,
    ],
  },
];
