import { defineConfig } from 'vitest/config';

/**
 * Two projects. `unit` is everything that needs no browser: pure rules, properties, the database on each engine that is
 * there (PANDECT_TEST_DATABASE_URL names a PostgreSQL server), and the HTTP routes. `browser` drives a real Chromium
 * against a real server, one file at a time, since each holds a port, a data directory and most of a core.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    allowOnly: false,
    projects: [
      {
        test: {
          globalSetup: ['src/platform/database/testing/template.ts'],
          setupFiles: ['test/support/property-seed.ts'],
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.browser.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          globalSetup: ['src/platform/database/testing/template.ts'],
          name: 'browser',
          environment: 'node',
          include: ['src/**/*.browser.test.ts', 'test/**/*.browser.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
