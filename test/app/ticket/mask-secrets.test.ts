import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldOutput, maskSecrets } from '../../../src/app/ticket/mask-secrets.ts';

describe('secrets are hidden', () => {
  it.each([
    ['password=hunter2', 'password=***'],
    ['PASSWORD: "два слова"', 'PASSWORD: ***'],
    ['db_password=abc&user=x', 'db_password=***&user=x'],
    ['"apiKey": "a1b2"', '"apiKey": ***'],
    ['пароль: qwerty', 'пароль: ***'],
    ['mysql --password hunter2 -u root', 'mysql --password *** -u root'],
    ['Authorization: Bearer abc.def-123', 'Authorization: Bearer ***'],
    ['postgres://app:s3cret@db/x', 'postgres://app:***@db/x'],
    ['token ghp_0123456789abcdefghijABCD', 'token ***'],
    ['AKIAIOSFODNN7EXAMPLE', '***'],
    ['cookie eyJhbGciOi.eyJzdWIiOi.sig_x', 'cookie ***'],
    [
      '-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc\n-----END RSA PRIVATE KEY-----\nдальше',
      '-----BEGIN RSA PRIVATE KEY-----***-----END RSA PRIVATE KEY-----\nдальше',
    ],
  ])('%j', (text, hidden) => {
    expect(maskSecrets(text).text).toBe(hidden);
    expect(maskSecrets(text).masked).toBeGreaterThan(0);
  });

  it.each([
    'пароль сменил утром как просили',
    'password must be changed',
    'ошибка проверки подлинности',
    'GET /token 200',
    'http://host:8080/path',
    'Basic setup is done',
    'bypass = on the way'.replace('bypass', 'route'),
  ])('%j stays', (text) => {
    expect(maskSecrets(text)).toEqual({ text, masked: 0 });
  });

  it('twice is once', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'password=: "a\'B1\n-t') }), (text) => {
        const once = maskSecrets(text).text;
        expect(maskSecrets(once).text).toBe(once);
      }),
    );
  });
});

describe('the output of a program', () => {
  it('is a block when it has lines, and a line when it has none', () => {
    expect(foldOutput('одна').text).toBe('одна');
    expect(foldOutput('\u001b[31mраз\u001b[0m\nдва').text).toBe('```\nраз\nдва\n```');
    expect(foldOutput('a\n````\nb').text).toBe('`````\na\n````\nb\n`````');
  });
});
