import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { buildApp } from '../server/app.ts';
import { type Config, readConfig } from '../server/config.ts';
import { createMigrator } from '../server/database/migrator.ts';
import { lookAfterJobs, worksOf } from '../server/features/works.ts';
import { type Runner, startJobs } from '../server/jobs/runner.ts';
import { connectTo } from '../server/open.ts';
import { closeReader } from '../server/reader/sharedSandbox.ts';
import { watchAnswers } from './answers.ts';
import { openTestEngine } from './database.ts';

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the server answered
  body: any;
  headers: Record<string, string | string[] | number | undefined>;
}

/** Somebody who talks to the server: nobody, or a user with his token. */
export class Client {
  constructor(
    private readonly server: TestServer,
    readonly token?: string,
    readonly id = 0,
    readonly username = '',
  ) {}

  get(url: string) {
    return this.send({ method: 'GET', url });
  }
  post(url: string, payload?: unknown) {
    return this.send({ method: 'POST', url, payload: payload as object });
  }
  put(url: string, payload?: unknown) {
    return this.send({ method: 'PUT', url, payload: payload as object });
  }
  delete(url: string) {
    return this.send({ method: 'DELETE', url });
  }

  async send(options: InjectOptions): Promise<Answer> {
    const authorization = this.token && { authorization: `Bearer ${this.token}` };
    const response = await this.server.app.inject({ ...options, headers: { ...authorization, ...options.headers } });
    expect(this.server.faults.splice(0), 'answers that the OpenAPI document does not allow').toEqual([]);
    const isJson = String(response.headers['content-type']).includes('application/json');
    return {
      status: response.statusCode,
      body: isJson && response.body ? response.json() : response.body,
      headers: response.headers as Answer['headers'],
    };
  }
}

/** The whole application on a database of the test file's own. */
export class TestServer {
  app!: FastifyInstance;
  faults: string[] = [];
  readonly jobFaults: unknown[] = [];
  readonly nobody = new Client(this);
  private users = 0;
  private config!: Config;
  private jobs?: Runner;
  private closeDatabase!: () => Promise<void>;

  async start(overrides: Partial<Config> = {}): Promise<void> {
    const config: Config = { ...readConfig({}, '/nowhere'), logLevel: 'silent', ...overrides };
    this.config = config;
    const { sequelize, close } = await connectTo(await openTestEngine(), config.poolSize);
    this.closeDatabase = close;
    this.app = await buildApp(config, createMigrator(sequelize));
    this.faults = watchAnswers(this.app);
    await this.app.ready();
  }

  /** Runs jobs from here on, as a server that listens does; what a job did not foresee is thrown by `stop`. */
  runJobs(): void {
    this.jobs = startJobs(worksOf(this.config), { log: (error) => this.jobFaults.push(error), tick: lookAfterJobs });
  }

  async stopJobs(): Promise<void> {
    await this.jobs?.stop();
    this.jobs = undefined;
  }

  async stop(): Promise<void> {
    await this.stopJobs();
    await closeReader();
    expect(this.jobFaults, 'faults of jobs').toEqual([]);
    await this.app.close();
    await this.closeDatabase();
  }

  /** Signs somebody up and logs him in. The first user of a file is its admin. */
  async user(name = 'Reader', fields: { username?: string; password?: string } = {}): Promise<Client> {
    const { username = `user${++this.users}@example.com`, password = 'correct horse' } = fields;
    const created = await this.nobody.post('/api/users', { username, name, password });
    expect(created.status, JSON.stringify(created.body)).toBe(201);
    return this.login(username, password);
  }

  async login(username: string, password = 'correct horse'): Promise<Client> {
    const { status, body } = await this.nobody.post('/api/login', { username, password });
    expect(status, JSON.stringify(body)).toBe(200);
    return new Client(this, body.token, body.id, username);
  }
}

/** A server for all tests of the calling file. */
export function useServer(overrides: Partial<Config> = {}): TestServer {
  const server = new TestServer();
  beforeAll(() => server.start(overrides));
  afterAll(() => server.stop());
  return server;
}

let blogs = 0;

/** Adds a blog as `who` and answers it. */
export async function makeBlog(who: Client, fields: Record<string, unknown> = {}) {
  const n = ++blogs;
  const { status, body } = await who.post('/api/blogs', {
    title: `Blog ${n}`,
    author: `Author ${n}`,
    url: `https://blog.example/${n}`,
    ...fields,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}

/** Waits until the page of a blog was fetched, or cannot be; answers the blog. */
export async function articleOf(who: Client, blogId: number, state: 'ready' | 'failed' = 'ready') {
  return vi.waitFor(
    async () => {
      const { body } = await who.get(`/api/blogs/${blogId}`);
      expect(body.article).toMatchObject({ state });
      return body;
    },
    { timeout: 30_000, interval: 50 },
  );
}
