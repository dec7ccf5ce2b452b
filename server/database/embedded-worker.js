// The embedded PostgreSQL, in a thread of its own so that a query never holds up HTTP. Plain JavaScript, because a
// thread started from TypeScript sources (in the tests) cannot load a .ts file on Node 20.
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { ClientQueue } from './embedded-queue.js';

/** @type {{ folder?: string, image?: string, program?: any, socket: string, channel: string }} */
const { folder, image, program, socket, channel } = workerData;

const database = await PGlite.create({
  dataDir: folder,
  loadDataDir: image ? new Blob([readFileSync(image)]) : undefined,
  extensions: { pg_trgm },
  pgliteWasmModule: program,
});
const server = new PGLiteSocketServer({ db: database, path: socket, maxConnections: 100 });
// Private to its class, hence the exact version in package.json; embedded-queue.test.ts fails where it has no effect.
const queue = new ClientQueue(database, (notified) => parentPort?.postMessage({ notified }));
Object.assign(server, { queryQueue: queue });
await database.exec(`LISTEN ${channel}`); // the one backend listens for as long as it lives, whichever client commits
await server.start();

parentPort?.on('message', async (message) => {
  if (message.dump) {
    const file = await database.dumpDataDir('none');
    parentPort?.postMessage({ dumped: await file.arrayBuffer() });
    return;
  }
  await server.stop();
  await database.close();
  parentPort?.postMessage({ stopped: true });
  parentPort?.close();
});
parentPort?.postMessage({ ready: true });
