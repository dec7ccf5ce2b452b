import { configDefaults, defineConfig } from 'vitest/config';

// The browser and the size of the client do not depend on the engine: one run of them, on the embedded one, is enough.
const onPostgres = process.env.TEST_DATABASE_URL ? ['test/e2e/**', 'web/**'] : [];

export default defineConfig({
  test: {
    include: ['{server,test,bench,web}/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, ...onPostgres],
    globalSetup: ['test/global-setup.ts'],
    pool: 'forks', // a process is connected to one database at a time
    isolate: false, // files share what they load: loading it anew for each took a quarter of the whole time
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
