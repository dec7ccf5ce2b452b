/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inject } from 'vitest';
import { openEmbeddedInMemory } from '../server/database/embedded.ts';
import type { Engine } from '../server/database/engine.ts';
import { parseDatabaseUrl } from '../server/database/url.ts';
import { administer } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The migrated database that each test file gets a copy of: an image of the embedded one, or a PostgreSQL template. */
    template: { image: string } | { url: string; name: string };
  }
}

let count = 0;
let program: Promise<WebAssembly.Module> | undefined;

/** The embedded PostgreSQL, compiled once for all test files of a process. */
async function compileEmbedded(): Promise<WebAssembly.Module> {
  const main = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  return WebAssembly.compile(await readFile(path.join(path.dirname(main), 'pglite.wasm')));
}

/** A database of this test file's own, migrated (or empty), on the engine that the run is for. */
export async function openTestEngine(options: { empty?: boolean } = {}): Promise<Engine> {
  const template = inject('template');
  if ('image' in template) {
    program ??= compileEmbedded();
    return openEmbeddedInMemory(options.empty ? undefined : template.image, await program);
  }
  const name = `carrel_test_${process.pid}_${++count}`;
  await administer(template.url, `CREATE DATABASE ${name} TEMPLATE ${options.empty ? 'template0' : template.name}`);
  return {
    kind: 'postgres',
    address: { ...parseDatabaseUrl(template.url), database: name },
    stop: () => administer(template.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
