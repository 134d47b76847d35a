import { expect, test } from 'vitest';
import { joinFlowed } from '../../../src/intake/mail/flowed-text.ts';
import { bytes } from '../bytes.ts';
import { letterOf, mail } from './letter-fixture.ts';

function multipart(kind: string, parts: readonly string[]): string {
  const lines = parts.map((part) => `--b\r\n${part}\r\n`).join('');
  return mail([`Content-Type: multipart/${kind}; boundary=b`], `${lines}--b--\r\n`);
}

async function htmlBody(html: string): Promise<string> {
  return (await letterOf(mail(['Content-Type: text/html; charset=utf-8'], html))).text;
}

test('an HTML letter reads as text without scripts, hidden text and remote pictures', async () => {
  const text = await htmlBody(
    `<style>p{}</style><div style="DISPLAY : none">скрыто</div><p hidden>скрыто</p>
     <h1>Заголовок</h1><p>Видимый&nbsp;текст &laquo;ёлки&raquo;</p><script>alert(1)</script>
     <img src="http://tracker.example/p.gif" alt="схема"><blockquote>цитата</blockquote>
     <table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>`,
  );
  expect(text).toBe('Заголовок\n\nВидимый текст «ёлки»\n\n[схема]\n\n> цитата\n\na  b\nc');
});

test('a link shows where it leads, and only addresses that are safe to show', async () => {
  const text = await htmlBody(
    `<a href="https://evil.test/?a=1&amp;b=2">bank.ru</a>, <a href="javascript:alert(1)">жми</a>,
     <a href="data:text/html,x">тут</a>, <a href="mailto:a@b.ru">a@b.ru</a>`,
  );
  expect(text).toBe('bank.ru <https://evil.test/?a=1&b=2>, жми, тут, a@b.ru');
});

test('markup that nests too deep is shown with its tags cut out', async () => {
  const letter = await letterOf(
    mail(['Content-Type: text/html; charset=utf-8'], `${'<div>'.repeat(5000)}привет`),
  );
  expect(letter.text).toBe('привет');
  expect(letter.warnings).toContain('html-simplified');
});

test('of alternatives the plain text is read, HTML when the plain one is empty', async () => {
  const html = 'Content-Type: text/html; charset=utf-8\r\n\r\n<p>из разметки</p>';
  const plain = 'Content-Type: text/plain; charset=utf-8\r\n\r\nпросто';
  expect((await letterOf(multipart('alternative', [plain, html]))).text).toBe('просто');
  const empty = 'Content-Type: text/plain\r\n\r\n \r\n';
  expect((await letterOf(multipart('alternative', [empty, html]))).text).toBe('из разметки');
});

test('flowed lines are joined, quotes and the signature stay apart', () => {
  const text = 'Длинная \nстрока.\n> цитата \n> дальше\n-- \nИван\n  отступ';
  expect(joinFlowed(text, false)).toBe('Длинная строка.\n> цитата дальше\n-- \nИван\n отступ');
  expect(joinFlowed('пере \nнос', true)).toBe('перенос');
});

test('an attached letter and an invitation stay attachments', async () => {
  const letter = await letterOf(
    multipart('mixed', [
      'Content-Type: text/plain; charset=utf-8\r\n\r\nсм. вложение',
      'Content-Type: message/rfc822\r\nContent-Disposition: inline\r\n\r\nSubject: x\r\n\r\nтайна',
      'Content-Type: text/calendar; charset=utf-8; method=REQUEST\r\n\r\nBEGIN:VCALENDAR',
    ]),
  );
  expect(letter.text).toBe('см. вложение');
  expect(letter.attachments.map((file) => file.mime)).toEqual(['message/rfc822', 'text/calendar']);
});

test('attachment names are decoded and kept as the sender wrote them', async () => {
  const headers = [
    'Content-Type: a/b\r\nContent-Disposition: attachment; filename="../../etc/passwd"',
    "Content-Type: a/b\r\nContent-Disposition: attachment; filename*0*=windows-1251''%C6%F3%F0; filename*1=nal.txt",
    'Content-Type: a/b; name="=?koi8-r?B?9sHMz8LB?=.txt"\r\nContent-Disposition: attachment',
    'Content-Type: a/b\r\nContent-Disposition: attachment; filename="логи.zip"',
    'Content-Type: a/b\r\nContent-Disposition: attachment; filename=отчёт за май.pdf',
    'Content-Type: a/b\r\nContent-Disposition: attachment',
  ];
  const letter = await letterOf(
    multipart(
      'mixed',
      headers.map((head) => `${head}\r\n\r\nx`),
    ),
  );
  expect(letter.attachments.map((file) => file.name)).toEqual([
    '../../etc/passwd',
    'Журnal.txt',
    'Жалоба.txt',
    'логи.zip',
    'отчёт за май.pdf',
    '',
  ]);
});

test('base64 in several padded pieces and broken quoted-printable give what can be read', async () => {
  const b64 = await letterOf(mail(['Content-Transfer-Encoding: base64'], 'eA==\r\neQ==\r\n!!ejA='));
  expect(b64.text).toBe('xyz0');
  const qp = await letterOf(
    mail(['Content-Transfer-Encoding: quoted-printable'], 'a=3Db=ZZ c=  \r\nd'),
  );
  expect(qp.text).toBe('a=b=ZZ cd');
});

test('a picture of the HTML is marked as inline, a named text is a file', async () => {
  const letter = await letterOf(
    multipart('related', [
      'Content-Type: text/html; charset=utf-8\r\n\r\n<img src="cid:p">текст',
      'Content-Type: image/png; name=p.png\r\nContent-ID: <p>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBO',
      'Content-Type: text/plain; name=app.log\r\nContent-Disposition: inline\r\n\r\nстрока',
    ]),
  );
  expect(letter.text).toBe('текст');
  expect(letter.attachments.map(({ name, inline }) => [name, inline])).toEqual([
    ['p.png', true],
    ['app.log', false],
  ]);
  expect(letter.attachments[0]?.bytes).toEqual(Buffer.from('iVBO', 'base64'));
});

test('a multipart letter without its boundary is shown as it is', async () => {
  const letter = await letterOf(
    bytes(mail(['Content-Type: multipart/mixed; boundary=q'], 'текст')),
  );
  expect(letter.text).toBe('текст');
});
