import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    globalSetup: ['test/support/shared-folder.ts'],
    include: ['test/**/*.test.{ts,tsx}'],
    env: { FORCE_COLOR: '0', TZ: 'Europe/Moscow', NODE_ENV: 'test' },
    // Left alone it keeps one core free, which is half of a small machine.
    maxWorkers: availableParallelism(),
    // Stories in a real terminal share two busy cores there; a second failure is a failure.
    retry: process.env['CI'] ? 1 : 0,
    testTimeout: 20_000,
  },
});
