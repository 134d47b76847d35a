/** ⟦hint⟧: what is still to be written. Rare brackets, found in plain text without knowing stops. */
export const HINT_MARK = /⟦([^⟦⟧]*)⟧|[⟦⟧]/g;

/** A hint in its brackets; brackets inside it would hide where it ends. */
export function hintMark(hint: string): string {
  const plain = hint.replace(/[⟦⟧]/g, '').trim();
  return `⟦${plain === '' ? '…' : plain}⟧`;
}
