/**
 * Undoes every mode we or the renderer may have set, harmless where it was not: end of a held
 * frame, colours, bracketed paste, focus and mouse reports, alternate screen, cursor. For the ways
 * out which the renderer does not see: written synchronously, or the process may be gone first.
 */
export const RESTORE_SEQUENCE =
  '\u001b[?2026l\u001b[0m\u001b[?2004l\u001b[?1004l\u001b[?1006l\u001b[?1003l\u001b[?1002l' +
  '\u001b[?1000l\u001b[?1049l\u001b[?25h';
