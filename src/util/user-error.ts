/** Values that a message may name. */
export type MessageParams = Readonly<Record<string, string | number>>;

/**
 * Something the person at the desk can mend: bad input, a missing file, a locked store.
 * Carries a code and parameters; the sentence in the person's language is made where it is shown.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: string;
  readonly params: MessageParams;

  constructor(code: string, params: MessageParams = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.params = params;
  }
}
