/// <reference lib="webworker" />
// Reading without a connection: the client's own files, and what the signed-in reader has opened. Written by hand, because its
// one hard rule, nobody is ever shown what somebody else opened, is not one that a generator knows.
import { isKept, isSecret } from './kept.ts';

declare const self: ServiceWorkerGlobalScope;

/** The files of this build, put here by the build. */
declare const SHELL_FILES: string[];
declare const SHELL_VERSION: string;

const SHELL = `shell-${SHELL_VERSION}`;
const OPENED = 'opened';
const MOST = 300; // answers that are kept; the oldest go first
const PAGE = '/';
const FIRST = '/first.js'; // asked for by the page, and no file of the build

/** Counts up whenever what is kept is thrown away, so that no answer that was asked for before is kept after. */
let generation = 0;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((shell) => shell.addAll([PAGE, FIRST, ...SHELL_FILES])));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== SHELL && name !== OPENED) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin || url.pathname === '/api/events') return; // events come as long as the page is open
  if (url.pathname.startsWith('/api/')) {
    // A token of its own says who asks, and it need not be who is signed in here.
    if (!request.headers.has('authorization')) event.respondWith(answerApi(event, request, url));
  } else if (request.method !== 'GET') return;
  else if (request.mode === 'navigate') event.respondWith(answerPage(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(answerAsset(request));
  else event.respondWith(fetch(request).catch(async () => (await caches.match(request)) ?? Response.error()));
});

async function answerPage(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(PAGE)) ?? Response.error();
  }
}

/** Their names change with what is in them, so one that is here is good for ever. */
async function answerAsset(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(SHELL)).put(request, answer.clone());
  return answer;
}

async function answerApi(event: FetchEvent, request: Request, url: URL): Promise<Response> {
  await named; // the page asks for the list at once when it has the status, which is just being kept and may throw all away
  const began = generation;
  // Before it is sent: whoever signs in or out must find nothing here, even if the answer never comes.
  if (isSecret(request.method, url.pathname)) await forget();
  let answer: Response;
  try {
    answer = await fetch(request);
  } catch (error) {
    if (request.method !== 'GET' || !isKept(url.pathname) || began !== generation) throw error;
    const opened = await caches.open(OPENED).then((all) => all.match(request.url));
    if (!opened) throw error;
    return opened;
  }
  if (answer.status === 401 && !isSecret(request.method, url.pathname)) await forget();
  else if (request.method === 'GET' && answer.ok && isKept(url.pathname))
    event.waitUntil(keepAnswer(request, answer.clone(), url, began));
  return answer;
}

/** Settled when the last status is kept: who is signed in is known from then on. */
let named: Promise<void> = Promise.resolve();

function keepAnswer(...[request, answer, url, began]: Parameters<typeof keep>): Promise<void> {
  const kept = keep(request, answer, url, began).catch(() => {}); // a full disk keeps nothing
  if (url.pathname === '/api/status') named = kept;
  return kept;
}

async function keep(request: Request, answer: Response, url: URL, began: number): Promise<void> {
  if (url.pathname === '/api/status') {
    const { user } = await answer.clone().json();
    const before = await caches.open(OPENED).then((opened) => opened.match(request.url));
    const known = before && (await before.json()).user;
    if (known?.id !== user?.id) {
      if (began === generation) await forget();
      began = generation;
    }
    if (!user) return; // nobody is signed in: nothing to keep
  }
  const opened = await caches.open(OPENED);
  // Only for whom the status has named: an answer may come before the first one that says who it is.
  if (began !== generation || (url.pathname !== '/api/status' && !(await opened.match('/api/status')))) return;
  await opened.delete(request.url); // so that it is the newest
  if (began !== generation) return;
  await opened.put(request.url, answer);
  if (began !== generation) await opened.delete(request.url);
  const keys = (await opened.keys()).filter(({ url: kept }) => !kept.endsWith('/api/status'));
  for (const key of keys.slice(0, Math.max(0, keys.length - MOST))) await opened.delete(key);
}

async function forget(): Promise<void> {
  generation++;
  await caches.delete(OPENED);
}
