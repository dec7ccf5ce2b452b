import { CarrelError, call, readAddress } from './carrel.js';

/** @param {string} id @returns {any} */
const part = (id) => document.getElementById(id);

const { server = '', token = '' } = await chrome.storage.local.get(['server', 'token']);
part('server').value = server;
part('token').value = token;

part('settings').addEventListener('submit', async (/** @type {SubmitEvent} */ event) => {
  event.preventDefault();
  part('said').className = '';
  part('said').textContent = 'Trying …';
  try {
    const settings = { server: readAddress(part('server').value), token: part('token').value.trim() };
    // Only for this one server, and only by this click: a browser asks the reader.
    if (!(await chrome.permissions.request({ origins: [`${settings.server}/*`] })))
      throw new CarrelError('Without your leave this extension cannot speak to the server.');
    const { user } = await call(settings, 'GET', '/status');
    if (!user) throw new CarrelError('The server does not know this API token.');
    await chrome.storage.local.set(settings);
    part('server').value = settings.server;
    part('said').textContent = `Connected as ${user.name}. Pages can be saved now.`;
  } catch (error) {
    part('said').className = 'error';
    part('said').textContent = error instanceof CarrelError ? error.message : `Something went wrong: ${error}`;
  }
});
part('settings').hidden = false; // not before its answer is listened to: a quick click would load the page anew
