import { takeEarly } from './early.ts';
import { PAGE_NAME } from './live/page-name.ts';

/** A refusal of the server, or no answer at all: `message` is one sentence for the reader. */
export class ApiError extends Error {
  constructor(
    /** The HTTP status; 0 when the server could not be reached. */
    readonly status: number,
    /** One sentence per problem, where a form had several. */
    readonly problems: string[],
  ) {
    super(problems.map(sentence).join(' '));
  }
}

export type Query = Record<string, string | number | boolean | undefined>;

/** One page of a list: `next` is the address of the following one, taken from the Link header. */
export interface Page<T> {
  items: T[];
  next?: string;
  /** From X-Counts, such as `unread=12, read=30`; empty where the list has none. */
  counts: Record<string, number>;
}

const KEEPALIVE_MOST = 16_000; // characters; at 64 KiB in flight a browser refuses

/** Hears that the session has ended, so that the router can lead to the login. */
let onSignedOut = () => {};
export function whenSignedOut(handler: () => void): void {
  onSignedOut = handler;
}

export const get = async <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
  (await send('GET', withQuery(path, query), undefined, signal)).json();
export const post = async <T>(path: string, body: unknown): Promise<T> => (await send('POST', path, body)).json();
export const put = <T>(path: string, body: unknown = {}): Promise<T> => send('PUT', path, body).then(jsonOrNothing<T>);
export const del = <T = void>(path: string, query?: Query): Promise<T> =>
  send('DELETE', withQuery(path, query)).then(jsonOrNothing<T>);

/** A page of a list: the first one for `query`, or the one at `next`. */
export async function getPage<T>(path: string, query: Query, next: string | undefined, signal?: AbortSignal) {
  const response = await send('GET', next ?? withQuery(path, query), undefined, signal);
  const counts = [...(response.headers.get('x-counts') ?? '').matchAll(/(\w+)=(\d+)/g)];
  const page: Page<T> = {
    items: await response.json(),
    next: /<\/api([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1],
    counts: Object.fromEntries(counts.map(([, name, count]) => [name, Number(count)])),
  };
  return page;
}

async function send(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  const early = method === 'GET' ? await takeEarly(path) : undefined;
  if (early) return early;
  const init: RequestInit = { method, signal, headers: { 'x-carrel-page': PAGE_NAME } };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { ...init.headers, 'content-type': 'application/json' };
  }
  // A change is sent to its end when the tab is closed right after it; browsers allow that for small bodies only.
  init.keepalive = method !== 'GET' && (init.body ?? '').toString().length < KEEPALIVE_MOST;
  const response = await fetch(`/api${path}`, init).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ApiError(0, ['the server cannot be reached; look at your connection and try again']);
  });
  if (response.ok) return response;
  if (response.status === 401 && path !== '/login') onSignedOut();
  const answer = await response.json().catch(() => undefined);
  const error = answer?.error ?? `the server answered with status ${response.status}; try again`;
  throw new ApiError(response.status, Array.isArray(error) ? error : [error]);
}

async function jsonOrNothing<T>(response: Response): Promise<T> {
  return (response.status === 204 ? undefined : await response.json()) as T;
}

function withQuery(path: string, query: Query = {}): string {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  if (!set.length) return path;
  return `${path}?${new URLSearchParams(set.map(([key, value]) => [key, String(value)]))}`;
}

/**
 * The server's sentences begin small and end without a stop, because they are made to stand inside other text. One that begins
 * with what somebody typed (`is: takes …`) stays as it is.
 */
export function sentence(text: string): string {
  const whole = /^\w+:/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…]$/.test(whole) ? whole : `${whole}.`;
}

export function errorSentence(error: unknown): string {
  return error instanceof ApiError ? error.message : 'Something went wrong in this page. Reload it and try again.';
}
