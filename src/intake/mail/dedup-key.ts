import { createHash } from 'node:crypto';
import { addressKey } from './address-list.ts';
import type { HeaderField } from './mime-header.ts';

// Written by servers on the way: they differ between copies of one letter.
const traceHeaders = new Set([
  ...['received', 'return-path', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'],
  ...['status', 'x-status', 'x-uid', 'authentication-results', 'received-spf', 'arc-seal'],
]);

/** What identifies a letter. `body` holds the bytes after the headers as latin1 text. */
export interface LetterIdentity {
  readonly messageId: string | null;
  readonly sender: string;
  readonly fields: readonly HeaderField[];
  readonly body: string;
}

/**
 * The key by which copies of a letter are recognised: Message-ID and sender (an id alone can be
 * taken by anybody), without an id the SHA-256 of the sender's headers and the body.
 */
export function dedupKey(identity: LetterIdentity): string {
  const sender = addressKey(identity.sender);
  if (identity.messageId !== null) return `id:${identity.messageId} ${sender}`;
  const hash = createHash('sha256');
  for (const { name, value } of identity.fields) {
    if (!traceHeaders.has(name)) hash.update(`${name}:${value}\n`, 'latin1');
  }
  // Line ends change when a letter passes through a file.
  hash.update('\n').update(identity.body.replaceAll('\r\n', '\n').trimEnd(), 'latin1');
  return `sha256:${hash.digest('hex')}`;
}
