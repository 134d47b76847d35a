import { slaTargets } from './sla-policy.ts';

/**
 * What has a clock: the targets of a policy, news while others work or in an outage, and what a
 * line has for accepting and for working.
 */
export const clockTargets = [
  ...slaTargets,
  'status-update',
  'outage-update',
  'accept',
  'line-work',
] as const;
export type ClockTarget = (typeof clockTargets)[number];

/** A deadline that passed: kept as it was counted then, whatever the policies say later. */
export interface Breach {
  readonly target: ClockTarget;
  readonly policy: string;
  readonly dueAt: number;
}

/** What a ticket knows for its clocks beside statuses and contacts. */
export interface ClockState {
  /** The first customer message that nobody has answered yet, epoch ms. */
  readonly unansweredSince?: number | undefined;
  readonly breaches?: readonly Breach[] | undefined;
  /** Of a ticket that lived elsewhere: when it came here. What was missed before is not ours. */
  readonly cameAt?: number | undefined;
}

/** What became of the clocks of a ticket. */
export type ClockFact = { readonly type: 'deadline-missed'; readonly breach: Breach };
