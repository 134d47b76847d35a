import { expect, test } from 'vitest';
import { linksIn } from '../../../src/app/ticket/ticket-links.ts';

test.each([
  ['в конце предложения https://example.test/a.', 'https://example.test/a'],
  ['(см. https://example.test/wiki/A_(b))', 'https://example.test/wiki/A_(b)'],
  ['«https://example.test/кадры?q=1»', 'https://example.test/кадры?q=1'],
  ['HTTPS://Example.TEST/', 'HTTPS://Example.TEST/'],
])('an address is cut out of %s', (text, written) => {
  expect(linksIn(text).map((link) => link.written)).toEqual([written]);
});

test.each([
  ['https://bank.example@evil.test/login', 'evil.test'],
  ['https://банк.test/', 'xn--80ab2al.test'],
  ['https://ｅxample.test/', 'example.test'],
])('%s is shown as what it is', (text, host) => {
  const [link] = linksIn(text);
  expect(link?.isDisguised).toBe(true);
  expect(link?.host).toBe(host);
});

test('only web addresses are links', () => {
  expect(linksIn('file:///etc/passwd javascript:alert(1) ssh://host data:text/html,x')).toEqual([]);
});

test('an ordinary address is not disguised, with a port too', () => {
  const found = linksIn('http://portal.example.test:8443/x и http://10.0.0.5/');
  expect(found.map((link) => [link.host, link.isDisguised])).toEqual([
    ['portal.example.test:8443', false],
    ['10.0.0.5', false],
  ]);
});

test('letters that only look Latin come out in ASCII', () => {
  const [link] = linksIn('https://аррle.test/');
  expect(link?.host).toMatch(/^xn--[\x21-\x7e]+\.test$/);
  expect(link?.isDisguised).toBe(true);
});
