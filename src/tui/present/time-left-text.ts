import type { DueState, TimeLeft } from '../../domain/sla/time-left.ts';
import type { Role } from '../theme/theme.ts';
import type { TimeText } from './time-text.ts';

const MINUTE = 60_000;

/** Every state looks different without colour, too; each mark fills two cells. */
const marks: Readonly<Record<DueState, string>> = {
  ok: '  ',
  amber: ' !',
  red: '!!',
  late: ' ▲',
  paused: ' ‖',
};

const colours: Readonly<Record<DueState, Role>> = {
  ok: 'plain',
  amber: 'warning',
  red: 'breach',
  late: 'breach',
  paused: 'muted',
};

/** How the time left of a ticket is shown. */
export interface TimeLeftText {
  /** With a minus when it is over. */
  readonly left: string;
  readonly mark: string;
  readonly role: Role;
}

/** The working time that is left until the nearest deadline. */
export function timeLeftText(
  { minutes, state, isRoundTheClock }: TimeLeft,
  time: TimeText,
): TimeLeftText {
  const ms = minutes * MINUTE;
  const left = isRoundTheClock ? time.left(ms) : time.hoursLeft(ms);
  return { left, mark: marks[state], role: colours[state] };
}
