// On any change of what this page shows, its live part is fetched anew.

import { page } from './server.js';
import { holdsWriting, settle } from './settle.js';

const stale = document.getElementById('stale');

let fetching = null;
let wanted = null;
let leaving = false;

const SOON_MILLIS = 150;
const BETWEEN_MILLIS = 1000; // an import changes thousands of rows

/** Goes to another page; until it is there nothing on this one matters any more. */
export function leaveFor(link) {
  leaving = true;
  location.assign(link);
}

window.addEventListener('pageshow', event => {
  if (!event.persisted) return;
  leaving = false; // the reader came back
  refresh().catch(() => {});
});

/** Resolves when the page shows the log up to this position at least, or as it is now. */
export function refresh(position = -1) {
  wanted = Math.max(wanted ?? -1, position);
  fetching ??= fetchAll().finally(() => { fetching = null; });
  return fetching;
}

async function fetchAll() {
  while (wanted !== null) {
    const position = wanted;
    wanted = null;
    await load(position);
  }
}

async function load(position) {
  const live = document.getElementById('live');
  if (!live || leaving) return;
  const url = new URL(location.href);
  url.hash = '';
  url.searchParams.delete('lang');
  if (position >= 0) url.searchParams.set('after', position);
  const { found, broken, text } = await page(url);
  const fresh = text.getElementById('live');
  if (leaving) return;
  if (found && fresh) settle(live, fresh);
  else if (!broken && ![...document.forms].some(holdsWriting)) location.reload(); // says why
  else stale?.removeAttribute('hidden');
}

function listen(topics) {
  const client = new window.StompJs.Client({
    brokerURL: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`,
    reconnectDelay: 3000,
  });
  let waiting = 0;
  let last = 0;
  let lost = 0;
  const changed = () => {
    waiting ||= setTimeout(() => {
      waiting = 0;
      last = Date.now();
      refresh().catch(() => {});
    }, Math.max(SOON_MILLIS, last + BETWEEN_MILLIS - Date.now()));
  };
  client.onConnect = () => {
    clearTimeout(lost);
    lost = 0;
    stale?.setAttribute('hidden', '');
    for (const topic of topics) client.subscribe(topic, changed);
    document.body.classList.add('live');
    changed(); // what happened between the page and the subscription
  };
  client.onWebSocketClose = () => {
    document.body.classList.remove('live');
    lost ||= setTimeout(() => stale?.removeAttribute('hidden'), 5000); // a moment's loss is nobody's worry
  };
  client.activate();
}

const topics = document.querySelector('[data-live]')?.dataset.live.split(' ') ?? [];
if (topics.length && window.StompJs) listen(topics);

const every = Number(document.querySelector('[data-refresh]')?.dataset.refresh);
if (every) setInterval(() => { if (!document.hidden) refresh().catch(() => {}); }, every);
