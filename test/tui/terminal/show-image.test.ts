import { expect, test } from 'vitest';
import { imageSequence } from '../../../src/tui/terminal/show-image.ts';

const room = { columns: 80, rows: 20 };
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, ...Array.from({ length: 5000 }, () => 7)]);
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0]);
const kitty = { TERM: 'xterm-kitty' };
const iterm = { TERM_PROGRAM: 'iTerm.app' };

test('kitty gets a PNG in pieces that it takes', () => {
  const sequence = imageSequence(png, kitty, room) ?? '';
  const pieces = [...sequence.matchAll(/\u001b_G([^;]*);([A-Za-z0-9+/=]*)\u001b\\/g)];
  expect(pieces.map(([, head]) => head)).toEqual(['a=T,f=100,q=2,r=20,m=1', 'm=0']);
  expect(pieces.every(([, , data = '']) => data.length <= 4096)).toBe(true);
  const encoded = pieces.map(([, , data]) => data).join('');
  expect(Buffer.from(encoded, 'base64')).toEqual(Buffer.from(png));
});

test('kitty has no JPEG, iTerm2 has', () => {
  expect(imageSequence(jpeg, kitty, room)).toBeNull();
  expect(imageSequence(jpeg, iterm, room)).toMatch(
    /^\u001b\]1337;File=inline=1;.*:\/9j\/AA==\u0007$/,
  );
});

test('no protocol inside tmux, in a plain terminal and for a screen reader', () => {
  expect(imageSequence(png, { ...kitty, TMUX: '/tmp/x' }, room)).toBeNull();
  expect(imageSequence(png, { TERM: 'xterm-256color' }, room)).toBeNull();
  expect(imageSequence(png, { ...kitty, INK_SCREEN_READER: 'true' }, room)).toBeNull();
});
