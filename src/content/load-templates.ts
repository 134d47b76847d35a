import type { ReplyTemplate } from '../domain/template.ts';
import type { Language } from '../domain/vocabulary.ts';
import { checkFrontMatter } from './check-front-matter.ts';
import { type ContentFile, readContentFiles } from './content-files.ts';
import type { ContentProblem } from './content-problem.ts';
import { keepNearest } from './keep-nearest.ts';
import { type TemplateMeta, templateMeta } from './template.ts';

/** Something wrong in a body; line and column count from 1 at its beginning. */
export interface BodyRemark {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Reads a body as it will be rendered. `promiseFrom`: the stop that must hold a promised time. */
export type CheckBody = (
  body: string,
  language: Language,
  promiseFrom: number | null,
) => readonly BodyRemark[];

export interface LoadedTemplates {
  /** In a fixed order: by situation, then by id. */
  readonly templates: readonly ReplyTemplate[];
  readonly problems: readonly ContentProblem[];
}

/**
 * Reads `<situation>/<id>.<lang>.md` of a folder, and of the desk's own folder over it: a template
 * of the same id and language stands in for the shipped one. A broken file keeps out only itself.
 */
export function loadTemplates(
  shipped: string,
  overlay: string | null,
  checkBody: CheckBody,
): LoadedTemplates {
  const problems: ContentProblem[] = [];
  const read: ReplyTemplate[] = [];
  const sources = [
    readContentFiles(shipped, 'shipped'),
    ...(overlay === null ? [] : [readContentFiles(overlay, 'overlay')]),
  ];
  for (const { files, problems: unread } of sources) {
    problems.push(...unread);
    for (const file of files) {
      const template = readTemplate(file, checkBody);
      if (Array.isArray(template)) problems.push(...template);
      else read.push(template);
    }
  }
  const kept = keepNearest(read);
  return { templates: kept.items, problems: [...problems, ...kept.problems] };
}

function readTemplate(file: ContentFile, checkBody: CheckBody): ReplyTemplate | ContentProblem[] {
  const checked = checkFrontMatter(file, templateMeta);
  if (!checked.ok) return [...checked.problem];
  const { meta, problemAt, problemIn } = checked.value;
  const problems: ContentProblem[] = [];
  if (meta.situation !== file.group) {
    problems.push(problemAt(['situation'], `the file lies in the folder ${file.group}`));
  }
  // Empty lines around the text are no part of the message.
  const above = /^(?:[ \t]*\n)*/.exec(checked.value.body)?.[0] ?? '';
  const linesAbove = above.split('\n').length - 1;
  const body = checked.value.body.slice(above.length).trimEnd();
  if (body === '') problems.push(problemIn(1, 1, 'the template has no text'));
  for (const remark of checkBody(body, file.lang, meta.actions.promise?.from ?? null)) {
    problems.push(problemIn(remark.line + linesAbove, remark.column, remark.message));
  }
  return problems.length > 0 ? problems : toTemplate(file, meta, body);
}

function toTemplate(file: ContentFile, meta: TemplateMeta, body: string): ReplyTemplate {
  const { promise, status, confirm, tags } = meta.actions;
  return {
    id: meta.id,
    lang: file.lang,
    title: meta.title,
    situation: meta.situation,
    channels: meta.channel,
    when: meta.when,
    requires: meta.requires,
    actions: {
      promise: promise
        ? { kind: promise.kind, from: promise.from, warnBeforeMs: promise.warn ?? null }
        : null,
      status: status ?? null,
      isConfirmation: confirm !== undefined,
      addTags: tags?.add ?? [],
    },
    body,
    source: file.source,
    file: file.file,
  };
}
