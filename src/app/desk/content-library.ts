import { join } from 'node:path';
import type { Paths } from '../../config/paths.ts';
import { listContentFiles } from '../../content/content-files.ts';
import type { LoadedTemplates } from '../../content/load-templates.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { ReplyEngine } from '../../render/reply-engine.ts';
import { lazy } from '../../util/lazy.ts';
import type { Knowledge } from '../content/knowledge.ts';
import type { TemplateLibrary } from '../content/template-library.ts';
import { readCompiled } from './compiled-copy.ts';
import type { Desk } from './desk.ts';

/** Raise when the loaded form of articles or templates changes. */
const FORM = 3;

/** The articles and templates of a desk, each read when first asked for and then kept. */
export interface ContentLibrary {
  knowledge(): Promise<Knowledge>;
  templates(): Promise<TemplateLibrary>;
  /** Forgets what was read: the next call looks at the files again. */
  refresh(): void;
}

/** The content of a desk. Reads nothing yet. */
export function openContent(desk: Desk): ContentLibrary {
  let knowledge: Promise<Knowledge> | null = null;
  let templates: Promise<TemplateLibrary> | null = null;
  const library: ContentLibrary = {
    knowledge() {
      knowledge ??= import('../content/open-knowledge.ts').then((m) => m.openKnowledge(desk));
      return knowledge;
    },
    templates() {
      templates ??= openTemplates(desk);
      return templates;
    },
    refresh() {
      knowledge = null;
      templates = null;
    },
  };
  return library;
}

async function openTemplates(desk: Desk): Promise<TemplateLibrary> {
  const { createReplyEngine } = await import('../../render/reply-engine.ts');
  const { timeZone: deskTimeZone } = desk.config;
  const ru = lazy(() => createReplyEngine({ language: 'ru', deskTimeZone }));
  const en = lazy(() => createReplyEngine({ language: 'en', deskTimeZone }));
  const engine = (language: Language): ReplyEngine => (language === 'ru' ? ru() : en());
  const names = { shipped: 'templates/replies', own: 'replies' };
  const { folder, overlay, files } = contentOf(desk.paths, names);
  const copy = { folder: desk.paths.cache, name: 'templates', form: FORM, files };
  const loaded = await readCompiled<LoadedTemplates>(copy, async () => {
    const { readTemplates } = await import('../content/read-templates.ts');
    const { joinTemplateFiles, readTemplateFiles } = await import(
      '../../content/read-template-files.ts'
    );
    const all = joinTemplateFiles(
      readTemplateFiles(folder, 'shipped'),
      readTemplateFiles(overlay, 'overlay'),
    );
    return readTemplates(all, { engine, deskTimeZone });
  });
  return { ...loaded, language: desk.language, engine };
}

function contentOf(
  paths: Paths,
  names: { readonly shipped: string; readonly own: string },
): { folder: string; overlay: string; files: readonly string[] } {
  const folder = join(paths.content, names.shipped);
  const overlay = join(paths.overlay, names.own);
  // A new version of the program may read the same files otherwise.
  const program = join(paths.content, 'package.json');
  const files = [program, ...listContentFiles(folder), ...listContentFiles(overlay)];
  return { folder, overlay, files };
}
