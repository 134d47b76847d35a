/** Exit codes of every command. */
export const exitCodes = {
  ok: 0,
  mistake: 1,
  usage: 2,
  refused: 3,
  unreachable: 4,
  bug: 70,
} as const;
