const FORBIDDEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Characters of a frame that act on a terminal or turn the order of letters, as code points. */
export function bidiAndControls(frame: string): string[] {
  return [...new Set(frame.match(FORBIDDEN) ?? [])].map((char) =>
    (char.codePointAt(0) ?? 0).toString(16),
  );
}
