import type { Language } from '../domain/vocabulary.ts';
import { fill } from '../i18n/fill.ts';
import { describeError, describeNextSteps, describeRefusal } from '../i18n/messages.ts';
import { UserError } from '../util/user-error.ts';
import { type CliTexts, loadCliTexts } from './cli-texts.ts';
import { writeCrashReport } from './crash-report.ts';
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
}

/** Tells what went wrong, gives the text back and returns the exit code. */
export async function reportFailure(error: unknown, context: FailureContext): Promise<number> {
  const { output, text } = context;
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
    return said(exitCodes.refused, refusal.code, describeRefusal(refusal, language), steps);
  }
  if (error instanceof UserError) {
    const exitCode =
      error.code === 'server-unreachable' ? exitCodes.unreachable : exitCodes.mistake;
    return said(exitCode, error.code, describeError(error, language), []);
  }
  const path = writeCrashReport(error);
  return said(exitCodes.bug, 'bug', describeError(new UserError('bug', { path }), language), []);
}

function said(exitCode: number, code: string, message: string, nextSteps: readonly string[]): Said {
  return { exitCode, code, message, nextSteps };
}
