import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Whether each screen is looked at in every view and with axe, or only whether it comes up. */
    looksClosely: boolean;
  }
}

const ALL = '{server,test,bench,web}/**/*.test.{ts,tsx}';
const BROWSER = 'test/e2e/*.test.ts';
/** All but what a developer waits for in the browser: every screen comes up, and the main path can be gone. */
const LONG_WALKS = 'test/e2e/!(screens|main-path).test.ts';

const LONG = /(commands|screens|fuzz|restart|durability|hostile|concurrency|main-path)[\w-]*\.test/;

/** Begins with what takes long, so that at the end no process waits for another. What ran before goes by the time it took. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);

/** `npm test` takes three minutes; `npm run test:browser` is the browser's whole part, which takes longer than all the rest. */
export default defineConfig(({ mode }) => {
  const isBrowser = mode === 'browser';
  // The browser and the size of the client do not depend on the engine: one run of them, on the embedded one, is enough.
  const onPostgres = process.env.TEST_DATABASE_URL ? ['test/e2e/**', 'web/**'] : [];
  return {
    test: {
      include: [isBrowser ? BROWSER : ALL],
      exclude: [...configDefaults.exclude, ...onPostgres, ...(isBrowser ? [] : [LONG_WALKS])],
      provide: { looksClosely: isBrowser },
      globalSetup: ['test/global-setup.ts'],
      pool: 'forks', // a process is connected to one database at a time
      isolate: false, // files share what they load: loading it anew for each took a quarter of the whole time
      maxWorkers: 2,
      sequence: { sequencer: LongestFirst },
      testTimeout: 60_000,
      hookTimeout: 120_000,
      expect: { poll: { timeout: 20_000 } },
    },
  };
});
