/** Everything that can go wrong in a schedule. Over a whole run each of them has to have happened. */
export const faults = [
  'drop',
  'duplicate',
  'cut',
  'slow',
  'partition',
  'server-down',
  'crash-client',
  'crash-server',
  'disk-full',
  'store-busy',
  'server-trouble',
  'clock-jump',
  'second-window',
  'poison',
  'revoke',
  'change-role',
  'move-ticket',
  'expel',
  'admit',
  'snapshot',
  'compact',
  'old-program',
  'old-server',
  'restore',
  'restore-unseen',
  'clone',
] as const;
export type Fault = (typeof faults)[number];

/** Counts what happened, so that a run in which nothing happened proves nothing. */
export class Tally {
  readonly faults = new Map<Fault, number>();
  readonly notes = new Map<string, number>();
  /** Operations applied by the server while something was going wrong, and in all. */
  appliedInTrouble = 0;
  applied = 0;

  fault(fault: Fault): void {
    this.faults.set(fault, (this.faults.get(fault) ?? 0) + 1);
  }

  /** Counts operations that the server applied. */
  count(applied: number, isInTrouble: boolean): void {
    this.applied += applied;
    if (isInTrouble) this.appliedInTrouble += applied;
  }

  note(name: string): void {
    this.notes.set(name, (this.notes.get(name) ?? 0) + 1);
  }

  /** Takes in what another schedule counted. */
  add(other: {
    readonly faults: ReadonlyMap<Fault, number>;
    readonly notes: ReadonlyMap<string, number>;
    readonly applied: number;
    readonly appliedInTrouble: number;
  }): void {
    for (const [fault, n] of other.faults)
      this.faults.set(fault, (this.faults.get(fault) ?? 0) + n);
    for (const [name, n] of other.notes) this.notes.set(name, (this.notes.get(name) ?? 0) + n);
    this.applied += other.applied;
    this.appliedInTrouble += other.appliedInTrouble;
  }

  /** Faults that never happened. */
  missing(): readonly Fault[] {
    return faults.filter((fault) => !this.faults.has(fault));
  }
}
