/** A hostile text with the visible parts an engineer must still be able to read. */
export type HostileText = {
  readonly kind: string;
  readonly text: string;
  readonly visible: readonly string[];
};

const around = (kind: string, attack: string): HostileText => ({
  kind,
  text: `Пароль${attack}верный`,
  visible: ['Пароль', 'верный'],
});

const codes = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));

const ESCAPES = [
  '\u001b[31m',
  '\u001b[8m',
  '\u001b[30;40m',
  '\u001b[2J',
  '\u001b[H',
  '\u001b[3J',
  '\u001b[1;1H',
  '\u001b[6n',
  '\u001b[c',
  '\u001b[>c',
  '\u001b[?1049h',
  '\u001b[?25l',
  '\u001b[?1000h',
  '\u001b[?2004l',
  '\u001b[20t',
  '\u001b[21t',
  '\u001bc',
  '\u001b7',
  '\u001b#8',
  '\u001b(0',
  '\u001b]0;чужой\u0007',
  '\u001b]2;чужой\u001b\\',
  '\u001b]52;c;cm0gLXJmIC8=\u0007',
  '\u001b]8;;https://evil.example\u0007ссылка\u001b]8;;\u0007',
  '\u001b]4;1;?\u0007',
  '\u001b]9;звонок\u0007',
  '\u001b]777;notify;a;b\u0007',
  '\u001b]1337;File=:QQ==\u0007',
  '\u001b]50;?\u0007',
  '\u001bP$q"p\u001b\\',
  '\u001bP+q544e\u001b\\',
  '\u001bPq#0;2\u001b\\',
  '\u001b_Ga=q\u001b\\',
  '\u001b^скрыто\u001b\\',
  '\u001bXскрыто\u001b\\',
  '\u001b[200~rm\u001b[201~',
];

const UNTERMINATED = [
  '\u001b',
  '\u001b[',
  '\u001b[38;5',
  '\u001b]',
  '\u001b]0;',
  '\u001b]52;c;',
  '\u001b]8;;http://x',
  '\u001bP',
  '\u001bPq',
  '\u001bX',
  '\u001b^',
  '\u001b_',
  '\u001b_G',
  '\u0090',
  '\u0098',
  '\u009b',
  '\u009d',
  '\u009d52;c;',
  '\u009e',
  '\u009f',
];

const INVISIBLE = [
  '\u00ad',
  '\u034f',
  '\u115f',
  '\u1160',
  '\u17b4',
  '\u180e',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\u2061',
  '\u2064',
  '\u206a',
  '\u206f',
  '\u3164',
  '\ufeff',
  '\uffa0',
  '\ufff9',
  '\ufffb',
  '\ufe00',
  '\ufe0f',
  '\u{e0001}',
  '\u{e0041}',
  '\u{e007f}',
  '\u{e0100}',
  '\u{1d173}',
  '\u{e0fff}',
];

const BIDI = [
  '\u061c',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202b',
  '\u202c',
  '\u202d',
  '\u202e',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
];

const UTF16 = [
  '\ud800',
  '\udfff',
  '\udc00\ud800',
  '\ufffe',
  '\uffff',
  '\ufdd0',
  '\ufdef',
  '\u{1fffe}',
  '\u{10ffff}',
  '\ue000',
  '\uf8ff',
  '\u{f0000}',
  '\u{100000}',
  '\u2028',
  '\u2029',
];

const OVERWRITES = [
  '\r',
  '\b\b\b\b\b\b',
  '\u007f\u007f',
  '\r\r\n',
  '\u000b',
  '\u000c',
  '\r\u001b[K',
];

const BOMBS: readonly HostileText[] = [
  around('bomb', '\u0301'.repeat(1000)),
  around('bomb', '\u0489'.repeat(50_000)),
  around('bomb', '\u0300\u20dd'.repeat(300)),
  around('bomb', '👨\u200d'.repeat(400)),
  around('bomb', '👍' + '🏽'.repeat(400)),
  around('bomb', 'ᄀ'.repeat(300)),
  around('bomb', 'क्'.repeat(200)),
  around('bomb', 'か' + 'ﾞ'.repeat(200)),
  around('bomb', '🇷🇺'.repeat(100)),
  around('bomb', '\u0600'.repeat(100)),
  around('bomb', '\u001b['.repeat(900)),
  { kind: 'bomb', text: `\u0301\u0301Пароль`, visible: ['Пароль'] },
  { kind: 'bomb', text: `Пароль\n\u0301\u0301верный`, visible: ['Пароль', 'верный'] },
];

/** More than 150 attacks by class, each in the middle of two words. */
export const HOSTILE_TEXTS: readonly HostileText[] = [
  ...ESCAPES.map((attack) => around('escape', attack)),
  ...UNTERMINATED.map((attack) => around('unterminated', attack)),
  ...codes(0, 0x1f).map((attack) => around('c0', attack)),
  ...codes(0x7f, 0x9f).map((attack) => around('c1', attack)),
  ...BIDI.map((attack) => around('bidi', attack)),
  ...INVISIBLE.map((attack) => around('invisible', attack)),
  ...UTF16.map((attack) => around('utf16', attack)),
  ...OVERWRITES.map((attack) => around('overwrite', attack)),
  ...BOMBS,
];

/** Ordinary texts of a support desk; they must come through as they are. */
export const BENIGN_TEXTS: readonly string[] = [
  '',
  'Здравствуйте! Не могу войти в личный кабинет, ошибка 403.',
  'Ёлка, объём, «кавычки», тире — и многоточие…',
  'й и и\u0306 ё е\u0308 — обе записи',
  'Hello, I can’t log in: “Access denied” (№ 15) 100 ₽ ≈ 1 €',
  'C:\\Users\\Иван\\logs\\*.txt | grep -i "ошибка" && echo $?',
  '👍 👍🏽 👨‍👩‍👧 🏳️‍🌈 🇷🇺 ❤️ 1️⃣ #️⃣ ☎️ ☎︎ 🧑🏽‍💻',
  'Größe, naïve, façade, señor, Ångström, İstanbul, Łódź',
  'Ὀδυσσεύς · Ўладзімір · Їжак · Ґанок · Қазақстан',
  'שלום · مرحبا · 日本語 · 한국어 · ไทยนี้ · हिन्दी',
  '┌─┐│ │└─┘ ▁▂▃▄▅▆▇█ ●◐○ ▲ ◷ ↩ ✎',
  'SM-1042 <ivan@example.com> https://example.com/?q=%D0%B9&x=1#y',
  '\\u{202e} is only a text about a control',
];
