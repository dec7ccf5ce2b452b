// What the extension says to a server. No browser part in it but fetch and the storage for the two settings.

/** A refusal, or no answer: `message` is a sentence for the reader. */
export class CarrelError extends Error {}

/** @returns {Promise<{ server: string, token: string } | undefined>} */
export async function readSettings() {
  const { server, token } = await chrome.storage.local.get(['server', 'token']);
  return server && token ? { server, token } : undefined;
}

/** The address of a server as it is kept: without a path, or whatever was pasted behind it. @param {string} text */
export function readAddress(text) {
  const typed = text.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(whole) || !/^https?:$/.test(new URL(whole).protocol))
    throw new CarrelError('This is no address of a server. It looks like https://carrel.example.com');
  return new URL(whole).origin;
}

/**
 * @param {{ server: string, token: string }} settings
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 */
export async function call({ server, token }, method, path, body) {
  const response = await fetch(`${server}/api${path}`, {
    method,
    credentials: 'omit', // the token says who it is; a cookie of the same browser must not
    headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw new CarrelError(
      `${server} cannot be reached. Is it running, and may this extension speak to it? See the settings.`,
    );
  });
  const answer = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (response.ok) return answer;
  if (response.status === 401)
    throw new CarrelError('The server does not know this API token. Make a new one and put it into the settings.');
  const said = [answer?.error ?? `the server answered with status ${response.status}`].flat().join('; ');
  throw new CarrelError(`${said.charAt(0).toUpperCase()}${said.slice(1)}.`);
}

/** The teams one is in, to save a page to. @param {{ server: string, token: string }} settings */
export async function myTeams(settings) {
  const teams = await call(settings, 'GET', '/teams?limit=500');
  return teams.filter((/** @type {{ role: string | null }} */ { role }) => role);
}

/**
 * Saves a page to one's own list, or to that of a team; with a note on it where there is one to write.
 * @param {{ server: string, token: string }} settings
 * @param {{ url: string, teamId?: number, note?: string, shared?: boolean }} page
 * @returns {Promise<{ id: number, title: string }>} the blog
 */
export async function savePage(settings, { url, teamId, note, shared = true }) {
  const blog =
    teamId === undefined
      ? (await call(settings, 'POST', '/readinglists', { url })).blog
      : await call(settings, 'POST', '/blogs', { url });
  if (teamId !== undefined) await call(settings, 'POST', `/teams/${teamId}/readings`, { blogId: blog.id });
  if (note?.trim()) await call(settings, 'POST', '/notes', { content: note.trim(), blogId: blog.id, shared });
  return blog;
}
