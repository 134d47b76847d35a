import { DeskPackError } from '../app/desk/desk-pack-error.ts';
import type { BlockerPlace } from '../domain/shift/blocking.ts';
import type { Language } from '../domain/vocabulary.ts';
import type { MissingItem } from '../domain/work/missing.ts';
import { loadDeskTexts } from '../i18n/desk-texts.ts';
import { fill } from '../i18n/fill.ts';
import {
  describeBlocker,
  describeError,
  describeMissing,
  describeNextSteps,
  describeRefusal,
} from '../i18n/messages.ts';
import { UserError } from '../util/user-error.ts';
import { type CliTexts, loadCliTexts } from './cli-texts.ts';
import { writeCrashReport } from './crash-report.ts';
import { packProblemRow } from './desk-words.ts';
import { exitCodes } from './exit-codes.ts';
import type { Output } from './output.ts';
import { RefusedError } from './refused.ts';
import { UsageError } from './usage-error.ts';

/** Where a failure is told, and the text that must not be lost with it. */
export interface FailureContext {
  readonly output: Output;
  readonly language: Language;
  readonly text: string | null;
  /** The command as far as it was named, for its help: `kb search`. */
  readonly command: string;
}

interface Said {
  readonly exitCode: number;
  readonly code: string;
  readonly message: string;
  readonly nextSteps: readonly string[];
  /** What has to be there first, in order. */
  readonly missing?: readonly MissingSaid[];
  /** What keeps a shift from being handed over. */
  readonly blocking?: readonly BlockerSaid[];
}

interface BlockerSaid extends BlockerPlace {
  readonly message: string;
}

interface MissingSaid {
  readonly type: string;
  readonly code: string;
  readonly name: string;
}

/** Tells what went wrong, gives the text back and returns the exit code. */
export async function reportFailure(failure: unknown, context: FailureContext): Promise<number> {
  const { output } = context;
  const text = context.text?.trim() ? context.text : null;
  const error = await inWords(failure, context.language);
  const { exitCode, ...said } = describe(error, context, await loadCliTexts(context.language));
  if (output.isJson) {
    output.problemJson({ error: text === null ? said : { ...said, text } });
    return exitCode;
  }
  const steps = said.nextSteps.map((step) => `  → ${step}`);
  output.problem([said.message, ...steps].join('\n'));
  if (text !== null) output.giveBack(text);
  return exitCode;
}

/** A failure that knows codes only, with their sentences. */
async function inWords(error: unknown, language: Language): Promise<unknown> {
  if (!(error instanceof DeskPackError)) return error;
  const texts = await loadDeskTexts(language);
  const details = error.problems.map((problem) => packProblemRow(problem, texts));
  return new UserError(error.code, { details: details.join('\n') });
}

function describe(error: unknown, context: FailureContext, texts: CliTexts): Said {
  const { language, command } = context;
  if (error instanceof UsageError) {
    const { near } = error.params;
    const sentence = fill(texts.usage[error.problem], error.params);
    const hint = near ? ` ${fill(texts.usage.near, { near })}` : '';
    return said(exitCodes.usage, 'usage', sentence + hint, [
      ['smena', command, '--help'].filter(Boolean).join(' '),
    ]);
  }
  if (error instanceof RefusedError) {
    const { refusal } = error;
    const steps = describeNextSteps(refusal, language).map((words, index) => {
      const step = refusal.nextSteps[index];
      const command = step ? fill(texts.nextCommands[step], { ref: error.number ?? '' }) : '';
      return command ? `${words}: ${command}` : words;
    });
    if (refusal.code === 'reason-missing' && steps.length === 0 && error.number !== null) {
      steps.push(`smena ${command} ${error.number} … --reason …`);
    }
    const sentence = describeRefusal(refusal, language);
    const told = said(exitCodes.refused, refusal.code, sentence, steps);
    const { missing, blockers } = refusal;
    if (blockers) return { ...told, blocking: blockers.map((one) => blockerSaid(one, language)) };
    return missing ? { ...told, missing: missingSaid(missing, language) } : told;
  }
  if (error instanceof UserError) {
    const exitCode =
      error.code === 'server-unreachable' ? exitCodes.unreachable : exitCodes.mistake;
    return said(exitCode, error.code, describeError(error, language), []);
  }
  const path = writeCrashReport(error);
  return said(exitCodes.bug, 'bug', describeError(new UserError('bug', { path }), language), []);
}

function blockerSaid(blocker: BlockerPlace, language: Language): BlockerSaid {
  return { ...blocker, message: describeBlocker(blocker, language) };
}

function missingSaid(missing: readonly MissingItem[], language: Language): MissingSaid[] {
  const names = describeMissing(missing, language);
  return missing.map(({ type, code }, index) => ({ type, code, name: names[index] ?? code }));
}

function said(exitCode: number, code: string, message: string, nextSteps: readonly string[]): Said {
  return { exitCode, code, message, nextSteps };
}
