/** A message of fewer letters shouts by accident: a name, a code, «НЕТ». */
const LEAST_LETTERS = 20;
const SHARE = 0.6;

/** Whether a message is written in capitals: at least 60 % of at least 20 letters. */
export function isShouted(text: string): boolean {
  // Codes such as ERR_CONNECTION_RESET or 0XC0000005 are nobody's tone.
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const letters = words.filter((word) => !/[\p{N}_]/u.test(word)).join('');
  const all = letters.match(/\p{L}/gu)?.length ?? 0;
  const capitals = letters.match(/\p{Lu}/gu)?.length ?? 0;
  return all >= LEAST_LETTERS && capitals >= all * SHARE;
}
