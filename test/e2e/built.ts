import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { buildOnce, ROOT } from '../build-once.ts';

const BUILT = path.join(ROOT, 'dist/web');

/** The built web client, of the sources as they are. @returns its folder */
export async function ensureBuilt(): Promise<string> {
  await buildOnce({
    built: path.join(BUILT, 'manifest.json'),
    sources: [path.join(ROOT, 'web')],
    build: () =>
      execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'web', '--logLevel', 'warn'], {
        cwd: ROOT,
        stdio: 'inherit',
        env: { ...process.env, NODE_ENV: 'production' }, // a test runner says "test", and React would come in its large build
      }),
  });
  return BUILT;
}
