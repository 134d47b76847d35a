import { runCli } from './run-cli.ts';
import { standardSink } from './standard-sink.ts';

/** Runs the command line of this process on its own streams. */
export async function runProcess(argv: readonly string[], version: string): Promise<void> {
  process.exitCode = await runCli({
    argv,
    version,
    io: {
      env: process.env,
      // Opened when it is first looked at: most commands read nothing.
      get stdin() {
        return process.stdin;
      },
      stdout: standardSink(1, () => process.stdout),
      stderr: standardSink(2, () => process.stderr),
    },
  });
}
