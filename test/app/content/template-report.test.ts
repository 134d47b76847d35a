import { expect, test } from 'vitest';
import { findTemplate, type TemplateLibrary } from '../../../src/app/content/template-library.ts';
import { templateReport } from '../../../src/app/content/template-report.ts';
import { templateVersion } from '../../../src/app/content/template-use.ts';
import { openContent } from '../../../src/app/desk/content-library.ts';
import type { TemplateUse } from '../../../src/domain/template-use.ts';
import { must } from '../../../src/util/must.ts';
import { day, openTestDesk, type TestDesk } from '../../support/desk.ts';

function sends(here: TestDesk, library: TemplateLibrary, more: Partial<TemplateUse> = {}): void {
  const template = must(findTemplate(library, 'roadmap', 'ru'), 'a template');
  const use = { templateId: 'roadmap', lang: 'ru', version: templateVersion(template) } as const;
  const text = { text: 'Ответ', messageId: null, promise: null, status: null, attachments: [] };
  const templates = [{ ...use, editedChars: 0, changes: [], ...more }];
  here.does(here.registers('VPN'), { type: 'reply', ...text, templates });
}

test('a line that is changed the same way again and again is a candidate for a change', async () => {
  using here = await openTestDesk({ isContentRead: true });
  const library = await openContent(here.desk).templates();
  const calm = { line: 2, to: 'Пишу вам сюда.' };
  sends(here, library);
  sends(here, library, { editedChars: 12, changes: [calm] });
  sends(here, library, { editedChars: 20, changes: [calm, { line: 3, to: '' }] });
  sends(here, library, { editedChars: 90, version: 'older', changes: [{ line: 9, to: 'x' }] });
  const [figures] = templateReport(here.desk, library, 30).templates;
  expect(figures).toMatchObject({
    id: 'roadmap',
    uses: 4,
    uneditedShare: 0.25,
    medianEditedChars: 16,
    rewritten: { ...calm, times: 2 },
  });
});

test('uses before the days do not count, and after ninety the template is asked about', async () => {
  using here = await openTestDesk({ isContentRead: true });
  const library = await openContent(here.desk).templates();
  sends(here, library);
  const usedAt = here.clock.now();
  here.clock.forward(91 * day);
  const { templates, unused } = templateReport(here.desk, library, 30);
  expect(templates).toEqual([]);
  expect(unused.find(({ id }) => id === 'roadmap')?.lastUsed).toBe(usedAt);
});
