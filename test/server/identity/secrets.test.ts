import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeHash, codeLookup, makeCode, readCode } from '../../../src/server/identity/code.ts';
import { isToken, makeToken, tokenPrefix } from '../../../src/server/identity/token.ts';

describe('a token', () => {
  it('has 256 bits behind a prefix that scanners know, and is kept as a hash only', () => {
    const { token, prefix, hash } = makeToken(randomBytes);
    expect(token).toMatch(/^smena_pat_[0-9A-Za-z]{8}_[0-9A-Za-z_-]{43}$/);
    expect(tokenPrefix(token)).toBe(prefix);
    expect(hash).not.toContain(token);
    expect(isToken(token, hash)).toBe(true);
    expect(isToken(makeToken(randomBytes).token, hash)).toBe(false);
  });

  it('is never the same twice', () => {
    const made = Array.from({ length: 500 }, () => makeToken(randomBytes).token);
    expect(new Set(made).size).toBe(500);
  });

  it('is nothing that merely looks like one', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(tokenPrefix(text)).toBeNull();
      }),
    );
    expect(tokenPrefix('smena_pat_abcdefgh_short')).toBeNull();
    expect(tokenPrefix("smena_pat_' OR 1=1--_")).toBeNull();
  });
});

describe('a code', () => {
  it('is read as it was made, however it was typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), fc.boolean(), (bytes, isLow) => {
        const code = makeCode(() => bytes);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
        const loose = code.replace('-', ' ').replace(/0/g, 'o').replace(/1/g, 'l');
        expect(readCode(isLow ? loose.toLowerCase() : loose)).toBe(code);
        expect(codeHash(code).startsWith(`${codeLookup(code)}:`)).toBe(true);
      }),
    );
  });

  it.each(['', 'ABC', 'ABCDE-FGHJU', 'ABCDE-FGHJKL', '; DROP TABLE code'])(
    'is not «%s»',
    (text) => {
      expect(readCode(text)).toBeNull();
    },
  );
});
