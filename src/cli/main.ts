import { wantsVersion } from './fast-path.ts';

declare const SMENA_VERSION: string;

/** The version of this build; `0.0.0-source` when run without one. */
export const version = typeof SMENA_VERSION === 'string' ? SMENA_VERSION : '0.0.0-source';

// The version must cost no more than starting Node, so nothing else is loaded for it.
if (wantsVersion(process.argv.slice(2))) {
  process.stdout.write(`${version}\n`);
} else {
  const { runProcess } = await import('./run-process.ts');
  await runProcess(process.argv.slice(2), version);
}
