import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a letter of a story says; everything else is as usual. */
export interface LetterWords {
  readonly id: string;
  readonly from?: string;
  readonly subject?: string;
  readonly text?: string;
  /** RFC 5322 date; 10:00 of the story's day when absent. */
  readonly date?: string;
  readonly answers?: string;
  readonly headers?: readonly string[];
}

/** The bytes of a letter to the desk, in UTF-8. */
export function letter(words: LetterWords): string {
  const { id, from = 'Ivan <ivan@client.test>', subject = 'VPN', text = 'Не работает VPN' } = words;
  return [
    `From: ${from}`,
    'To: support@desk.example',
    ...(subject === '' ? [] : [`Subject: ${subject}`]),
    `Date: ${words.date ?? 'Wed, 18 Nov 2026 10:00:00 +0000'}`,
    `Message-ID: <${id}@client.test>`,
    ...(words.answers === undefined ? [] : [`In-Reply-To: <${words.answers}>`]),
    ...(words.headers ?? []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    text,
    '',
  ].join('\r\n');
}

/** A temporary folder for letters and tables; disposed of with everything in it. */
export class LetterBox {
  readonly path: string;

  constructor() {
    this.path = mkdtempSync(join(tmpdir(), 'smena-box-'));
  }

  /** Writes a file, its folders too, and returns its path. */
  put(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  /** Makes an empty Maildir and returns its path. */
  maildir(name = 'Maildir'): string {
    for (const part of ['cur', 'new', 'tmp']) {
      mkdirSync(join(this.path, name, part), { recursive: true });
    }
    return join(this.path, name);
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
