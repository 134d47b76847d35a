import { showControls } from '../util/to-safe.ts';

/** A letter that says the same as text and as HTML. */
export interface ReportLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Parts the two forms; stands in neither of them. */
  readonly boundary: string;
}

const ROW = 76;
/** So many bytes of UTF-8 fit into one encoded word of a header. */
const WORD_BYTES = 42;

/** A letter as a file that mail programs open, by RFC 5322 and 2045; only who gets it is missing. */
export function toEmail({ subject, text, html, boundary }: ReportLetter): string {
  const part = (type: string, body: string) => [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    ...rowsOf(Buffer.from(body).toString('base64')),
  ];
  const lines = [
    `Subject: ${encodedWords(subject)}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...part('text/plain', text),
    ...part('text/html', html),
    `--${boundary}--`,
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function rowsOf(base64: string): readonly string[] {
  return base64.match(new RegExp(`.{1,${ROW}}`, 'g')) ?? [''];
}

/** A header in encoded words: nothing in it can begin another header. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let word = '';
  for (const letter of showControls(text).replace(/\s+/g, ' ')) {
    if (Buffer.byteLength(word + letter) > WORD_BYTES) {
      words.push(word);
      word = '';
    }
    word += letter;
  }
  return [...words, word]
    .map((one) => `=?UTF-8?B?${Buffer.from(one).toString('base64')}?=`)
    .join('\r\n ');
}
