import type { CheckBodies } from '../../content/load-parts.ts';
import { type LoadedTemplates, loadTemplates } from '../../content/load-templates.ts';
import type { TemplateFiles } from '../../content/read-template-files.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { ReplyEngine } from '../../render/reply-engine.ts';
import { replyVariables } from '../../render/variables.ts';
import { checkApart } from './check-apart.ts';

/** How bodies are read before they may be used. */
export interface TemplateReader {
  readonly engine: (language: Language) => ReplyEngine;
  readonly deskTimeZone: string;
}

/**
 * The templates of some files. What came with the program is read here; what did not is read in a
 * thread of its own, which is killed with a body that does not end.
 */
export function readTemplates(
  files: TemplateFiles,
  { engine, deskTimeZone }: TemplateReader,
): Promise<LoadedTemplates> {
  const checkBodies: CheckBodies = async (bodies) => {
    const foreign = bodies.filter(({ source }) => source !== 'shipped');
    const apart = await checkApart(foreign, { deskTimeZone });
    const answers = new Map(foreign.map((one, at) => [one, apart[at] ?? []]));
    return bodies.map(
      (one) => answers.get(one) ?? engine(one.lang).check(one.body, one.promiseFrom),
    );
  };
  return loadTemplates(files, { checkBodies, variables: replyVariables.map(({ path }) => path) });
}
