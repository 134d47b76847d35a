import { type ReplyTemplate, templateRequirements } from '../domain/template.ts';
import { checkTemplateFront, type TemplateFront } from './check-template-front.ts';
import type { ContentFile } from './content-files.ts';
import { type CheckBodies, loadParts } from './load-parts.ts';
import { PARTS, type TemplateFiles } from './read-template-files.ts';
import { type TemplateMeta, templateMeta } from './template.ts';
import { type ExpandedBody, expandParts, type PartShelf } from './template-parts.ts';
import { offsetIn, placeIn, type TemplateProblem } from './template-problem.ts';

export interface LoadedTemplates {
  /** In a fixed order: by situation, then by id. */
  readonly templates: readonly ReplyTemplate[];
  readonly problems: readonly TemplateProblem[];
}

export interface LoadTemplatesOptions {
  /** Reads bodies as they will be rendered. */
  readonly checkBodies: CheckBodies;
  /** The variables that a template may require, by path. */
  readonly variables: readonly string[];
}

type Front = TemplateFront<TemplateMeta>;

/** A template whose front matter and parts are right; its text was not looked at yet. */
interface Candidate extends Pick<Front, 'problemIn'> {
  readonly template: ReplyTemplate;
  readonly expanded: ExpandedBody;
  /** The body before its parts were put in. */
  readonly written: string;
}

/**
 * The templates of some files. A template or a part of the desk's own stands in for the shipped
 * one of the same id and language. A broken file keeps out only itself and what is made of it.
 */
export async function loadTemplates(
  { files, problems: unread }: TemplateFiles,
  { checkBodies, variables }: LoadTemplatesOptions,
): Promise<LoadedTemplates> {
  const shelf = await loadParts(
    files.filter(({ group }) => group === PARTS),
    checkBodies,
  );
  const problems: TemplateProblem[] = [...unread, ...shelf.problems];
  const candidates: Candidate[] = [];
  for (const file of files.filter(({ group }) => group !== PARTS)) {
    const read = readTemplate(file, shelf, variables);
    if ('template' in read) candidates.push(read);
    else problems.push(...read);
  }
  const remarks = await checkBodies(
    candidates.map(({ template: { body, lang, source, actions } }) => {
      return { body, lang, source, promiseFrom: actions.promise?.from ?? null };
    }),
  );
  const good = candidates.filter(({ expanded, written, problemIn }, at) => {
    const wrong = (remarks[at] ?? []).map((remark) => {
      const { offset } = expanded.origin(offsetIn(expanded.body, remark));
      return problemIn({ ...remark, ...placeIn(written, offset) });
    });
    problems.push(...wrong);
    return wrong.length === 0;
  });
  const kept = keepOwn(good.map(({ template }) => template));
  return { templates: kept.templates, problems: [...problems, ...kept.problems] };
}

function readTemplate(
  file: ContentFile,
  shelf: PartShelf,
  variables: readonly string[],
): Candidate | readonly TemplateProblem[] {
  const front = checkTemplateFront(file, templateMeta);
  if (!('meta' in front)) return front;
  const { meta, body: written, problemIn } = front;
  const problems = [...front.problems, ...checkMeaning(front, file, variables)];
  if (written === '') {
    problems.push(problemIn({ line: 1, column: 1, code: 'no-text', params: {} }));
  }
  const expanded = expandParts(shelf, written, file.lang);
  problems.push(...expanded.problems.map(problemIn));
  if (problems.length > 0) return problems;
  return { template: toTemplate(file, meta, expanded.body), expanded, written, problemIn };
}

/** What the shape of the front matter cannot say. */
function checkMeaning(
  { meta, problemAt }: Front,
  { group }: ContentFile,
  variables: readonly string[],
): readonly TemplateProblem[] {
  const { situation, requires, actions } = meta;
  const problems: TemplateProblem[] = [];
  if (group !== '' && situation !== group) {
    problems.push(problemAt(['situation'], 'situation-elsewhere', { situation, folder: group }));
  }
  const known = [...templateRequirements, ...variables];
  requires.forEach((name, at) => {
    if (known.includes(name)) return;
    const params = { name, known: templateRequirements.join(', ') };
    problems.push(problemAt(['requires', at], 'requirement-unknown', params));
  });
  if (actions.status === 'closed' && !actions.confirm) {
    problems.push(problemAt(['actions', 'status'], 'closing-unconfirmed'));
  }
  if (actions.confirm && actions.status && actions.status !== 'closed') {
    problems.push(problemAt(['actions', 'confirm'], 'confirmation-alone'));
  }
  return problems;
}

function toTemplate(file: ContentFile, meta: TemplateMeta, body: string): ReplyTemplate {
  const { promise, status, reason, confirm, tags, time, escalation } = meta.actions;
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
      status: status ?? (confirm ? 'closed' : null),
      reason: reason ?? '',
      isConfirmation: confirm !== undefined,
      addTags: tags?.add ?? [],
      removeTags: tags?.remove ?? [],
      timeSpentMs: time ?? null,
      escalateTo: escalation?.line ?? null,
    },
    body,
    source: file.source,
    file: file.file,
  };
}

/** Of the templates with one id and language the desk's own; two of one source are a problem. */
function keepOwn(templates: readonly ReplyTemplate[]): LoadedTemplates {
  const kept = new Map<string, ReplyTemplate>();
  const problems: TemplateProblem[] = [];
  for (const template of templates) {
    const key = `${template.id} ${template.lang}`;
    const known = kept.get(key);
    if (known?.source === template.source) {
      const params = { id: template.id, other: known.file };
      problems.push({ file: template.file, line: 1, column: 1, code: 'duplicate-id', params });
    } else if (known?.source !== 'overlay') {
      kept.set(key, template);
    }
  }
  return { templates: [...kept.values()], problems };
}
