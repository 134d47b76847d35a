/** What a server needs from its surroundings; the simulator gives its own. */
export interface Surroundings {
  /** Epoch ms. */
  readonly now: () => number;
  readonly makeId: () => string;
  /** `count` bytes nobody can guess. */
  readonly randomBytes: (count: number) => Uint8Array;
}
