// Talking to the server that this page came from.

export const language = document.documentElement.lang;
export const words = document.body.dataset;

const meta = name => document.querySelector(`meta[name="${name}"]`);

/** Takes over the token of a newer copy of the page: the one of a session that ended opens nothing any more. */
export function renewToken(page) {
  const token = page.querySelector('meta[name="csrf-token"]')?.content;
  if (!token) return;
  meta('csrf-token').content = token;
  for (const field of document.querySelectorAll('input[name="_csrf"]')) field.value = token;
}

export async function page(url) {
  const answer = await fetch(url, { credentials: 'same-origin' });
  const found = answer.ok && !answer.redirected;
  const text = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (found) renewToken(text);
  return { found, broken: answer.status >= 500, text };
}

async function ask(path, options) {
  const headers = { 'Accept-Language': language, ...options.headers };
  if (meta('csrf-header')) headers[meta('csrf-header').content] = meta('csrf-token').content;
  const answer = await fetch(path, { method: 'POST', ...options, headers, credentials: 'same-origin' });
  const type = answer.headers.get('Content-Type') ?? '';
  return { ok: answer.ok, status: answer.status, body: type.includes('json') ? await answer.json() : {} };
}

/** Whoever signed in anew in another window goes on here, with what is written here. */
export async function send(path, options) {
  const answer = await ask(path, options);
  return answer.body.code === 'csrf' && (await page(location.href)).found ? ask(path, options) : answer;
}
