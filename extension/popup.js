import { CarrelError, myTeams, readSettings, savePage } from './carrel.js';

/** @param {string} id @returns {any} */
const part = (id) => document.getElementById(id);

/** @param {string} text @param {boolean} [isError] */
function say(text, isError = false) {
  part('said').textContent = text;
  part('said').className = isError ? 'error' : '';
}

/** @param {unknown} error */
function sayError(error) {
  say(error instanceof CarrelError ? error.message : `Something went wrong in the extension: ${error}`, true);
}

/** The page to save: that of the tab under the popup, which a click on the button lets us see. */
async function currentPage() {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return { url: tab?.url ?? '', title: tab?.title ?? '' };
}

async function start() {
  const settings = await readSettings();
  if (!settings) return say('Say in the settings where your server is, and with which API token.');
  const { url, title } = await currentPage();
  if (!/^https?:/.test(url)) return say('This is no page of the web; there is nothing to save here.');
  part('title').textContent = title;
  part('address').textContent = url;
  part('save').hidden = false;
  part('save').addEventListener('submit', async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const button = part('save').querySelector('button');
    button.disabled = true;
    say('Saving …');
    try {
      const teamId = part('to').value ? Number(part('to').value) : undefined;
      const note = { note: part('note').value, shared: !part('private').checked };
      const blog = await savePage(settings, { url, teamId, ...note });
      say(`Saved to ${part('to').selectedOptions[0].textContent}.`);
      part('save').hidden = true;
      part('there').hidden = false;
      part('there').href = `${settings.server}/blogs/${blog.id}`;
      part('there').focus();
    } catch (error) {
      sayError(error);
      button.disabled = false;
    }
  });
  part('save').querySelector('button').focus();
  for (const { id, name } of await myTeams(settings)) part('to').add(new Option(`The list of ${name}`, String(id)));
}

start().catch(sayError);
