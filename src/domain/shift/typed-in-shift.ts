import { unreachable } from '../../util/must.ts';
import type { Op } from '../op.ts';
import type { ShiftCommand } from './shift-command.ts';

type Type = ShiftCommand['type'];

const types: Readonly<Record<Type, true>> = {
  'open-shift': true,
  'close-shift': true,
  'set-member': true,
  'remove-member': true,
  'log-item': true,
  'settle-item': true,
  'write-section': true,
  'note-ticket': true,
  'mark-reviewed': true,
  'submit-shift': true,
  'accept-shift': true,
  'return-shift': true,
  'expire-shift': true,
  'remark-shift': true,
};

/** Whether a command is one on a shift. */
export function isShiftCommand(payload: Op['payload']): payload is ShiftCommand {
  return Object.hasOwn(types, payload.type);
}

/** What a person typed in a command on a shift. What was compiled is found again by compiling it. */
export function typedInShift(command: ShiftCommand): readonly string[] {
  switch (command.type) {
    case 'open-shift':
      return command.members.map(({ note }) => note);
    case 'set-member':
      return [command.member.note];
    case 'log-item': {
      const { text, stopWhen, ifMoves } = command.item;
      return [text, stopWhen, ifMoves];
    }
    case 'settle-item':
      return [command.outcome];
    case 'write-section':
      return [command.text];
    case 'note-ticket': {
      const { nextAction, ifThen, contact } = command.note;
      return [nextAction, ifThen, contact];
    }
    case 'submit-shift':
      return typedInReport(command);
    case 'accept-shift':
      return typedInAcceptance(command);
    case 'return-shift':
      return [command.reason];
    case 'remark-shift':
      return [command.remark.text];
    case 'close-shift':
    case 'remove-member':
    case 'mark-reviewed':
    case 'expire-shift':
      return [];
    default:
      return unreachable(command);
  }
}

function typedInReport({
  report: { how, attention, watch },
  items,
  override,
}: Extract<ShiftCommand, { type: 'submit-shift' }>): readonly string[] {
  const actions = items.flatMap(({ nextAction, ifThen }) => [nextAction, ifThen]);
  return [how, attention, watch, ...actions, override];
}

function typedInAcceptance({
  items,
  remarks,
}: Extract<ShiftCommand, { type: 'accept-shift' }>): readonly string[] {
  const said = items.flatMap(({ nextAction, readBack }) => [nextAction ?? '', readBack]);
  return [...said, ...remarks.map(({ text }) => text)];
}
