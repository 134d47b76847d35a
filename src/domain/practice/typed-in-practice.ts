import type { Op } from '../op.ts';
import type { PracticeCommand } from './practice-command.ts';

const types: Readonly<Record<PracticeCommand['type'], true>> = {
  'record-run': true,
  'finish-lesson': true,
  'dispute-mark': true,
  'override-mark': true,
  'comment-run': true,
  'judge-run': true,
  'allow-retake': true,
  'sign-off': true,
  'withdraw-sign-off': true,
  attest: true,
};

/** Whether a command is one on a practice record. */
export function isPracticeCommand(payload: Op['payload']): payload is PracticeCommand {
  return Object.hasOwn(types, payload.type);
}

/** What a person typed in a command on a practice record. What was said in a run lies with the run. */
export function typedInPractice(command: PracticeCommand): readonly string[] {
  switch (command.type) {
    case 'dispute-mark':
    case 'comment-run':
      return [command.text];
    case 'override-mark':
    case 'judge-run':
    case 'allow-retake':
    case 'sign-off':
    case 'withdraw-sign-off':
      return [command.reason];
    case 'attest':
      return [command.title];
    case 'record-run':
    case 'finish-lesson':
      return [];
  }
}
