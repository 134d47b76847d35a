import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

const folders: string[] = [];

/** A folder with some files, gone after the test; their texts by path. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'smena-kb-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Fields of a front matter over those of an answer for customers. */
export function front(id: string, fields: Readonly<Record<string, string | null>> = {}): string {
  const all = {
    id,
    title: `Про ${id}`,
    kind: 'faq-public',
    line: '1',
    tags: '[слово]',
    owner: 'lead',
    reviewBy: '2027-05-21',
    public: 'true',
    ...fields,
  };
  const lines = Object.entries(all).filter(([, value]) => value !== null);
  return `---\n${lines.map(([key, value]) => `${key}: ${value}\n`).join('')}---\n`;
}

/** The sections of an answer for customers. */
export const answer =
  '## Что вы видите\n«Ошибка».\n\n## Что сделать\nЖмите.\n\n## Если не помогло\nПишите.\n';

/** The front matter and sections of an instruction; `look` is what it shows of the screen. */
export function instruction(id: string, look = '`cp: error`', more = ''): string {
  const fields = { kind: 'instruction', line: '2', minutes: '15', public: 'false' };
  const rest = ['Что сделать', 'Чего не делать', 'Как проверить', 'Как откатить'].concat(
    'Когда передать дальше (звонком)',
    'Что сказать клиенту',
  );
  const sections = rest.map((name) => `## ${name}\nТекст.\n`).join('\n');
  return `${front(id, fields)}## Как это выглядит\n${look}\n\n${sections}${more}`;
}
