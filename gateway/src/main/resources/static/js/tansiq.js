// Forms become API commands, and what others do shows without reload. Everything can be read without this script.
'use strict';

const meta = name => document.querySelector(`meta[name="${name}"]`)?.content ?? '';
const words = document.body.dataset;

// ---- commands: a form's fields become the JSON of its API path ----------------------------------------------------

const readers = {
  instant: value => new Date(value).toISOString(),
  list: value => value.split(/[\s,،]+/).filter(part => part),
};

function put(target, path, value) {
  const parts = path.split('.');
  const last = parts.pop();
  let at = target;
  for (const part of parts) at = at[part] ??= {};
  at[last] = value;
}

function fieldsOf(form) {
  const body = {};
  let path = form.dataset.api;
  for (const field of form.elements) {
    if (!field.name || field.value === '' || (field.type === 'checkbox' && !field.checked)) continue;
    if (field.name.startsWith('{')) path = path.replace(field.name, encodeURIComponent(field.value.trim()));
    else if (field.dataset.as) put(body, field.name, readers[field.dataset.as](field.value));
    else put(body, field.name, field.type === 'number' ? Number(field.value) : field.value);
  }
  return { path, body };
}

async function send(path, options) {
  const headers = { 'Accept-Language': document.documentElement.lang, ...options.headers };
  headers[meta('csrf-header')] = meta('csrf-token');
  const answer = await fetch(path, { ...options, headers, credentials: 'same-origin' });
  const type = answer.headers.get('Content-Type') ?? '';
  return { ok: answer.ok, body: type.includes('json') ? await answer.json() : {} };
}

function element(name, text, kind) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

function say(form, problem) {
  form.querySelector(':scope > .problem')?.remove();
  if (!problem) return;
  const box = element('div', '', 'problem');
  box.setAttribute('role', 'alert');
  box.append(element('strong', problem.title ?? words.failed), element('p', problem.detail ?? ''));
  if (problem.nearest?.length || problem.cities?.length) {
    const names = (problem.nearest ?? problem.cities).map(city => city.name[document.documentElement.lang] ?? city.name.en ?? city.id);
    box.append(element('p', names.join(' · ')));
  }
  if (problem.collisions) {
    const list = element('ul');
    for (const one of problem.collisions) {
      const title = one.title?.[document.documentElement.lang] ?? Object.values(one.title ?? {})[0] ?? one.id;
      list.append(element('li', title));
    }
    box.append(list);
    const knowingly = element('button', words.acknowledge);
    knowingly.type = 'button';
    knowingly.addEventListener('click', () => command(form, { acknowledged: problem.collisions.map(one => one.id) }));
    box.append(knowingly);
  }
  form.append(box);
  for (const field of form.elements) field.removeAttribute('aria-invalid');
  const wrong = [...form.elements].find(field => field.name && (field.name === problem.field || field.name.startsWith(problem.field + '.')));
  if (problem.field && wrong) {
    wrong.setAttribute('aria-invalid', 'true');
    wrong.focus();
  }
}

// A repeat of the same submission (a second tap, a lost answer) carries the same key and has no second effect.
async function command(form, more = {}) {
  if (form.dataset.busy) return;
  form.dataset.busy = 'yes';
  try {
    const { path, body } = fieldsOf(form);
    const content = JSON.stringify({ ...body, ...more });
    if (form.dataset.sent !== content) {
      form.dataset.sent = content;
      form.dataset.key = [...crypto.getRandomValues(new Uint32Array(4))].map(n => n.toString(36)).join('-');
    }
    const answer = await send(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': form.dataset.key },
      body: content,
    });
    say(form, answer.ok ? null : answer.body);
    if (answer.ok) {
      delete form.dataset.sent;
      if (form.dataset.then) {
        location.assign(form.dataset.then.replace('{id}', answer.body.id) + `?after=${answer.body.position}`);
      } else {
        form.reset();
        await refresh(answer.body.position);
      }
    }
  } catch {
    say(form, { title: words.failed, detail: words.offline });
  } finally {
    delete form.dataset.busy;
  }
}

async function importSheet(form, button) {
  const file = form.elements.file.files[0];
  const query = new URLSearchParams({ 'dry-run': button?.value ?? 'true' });
  if (form.elements.acknowledge.checked) query.set('acknowledge', 'all');
  const output = form.querySelector('output');
  output.textContent = '…';
  try {
    const answer = await send(`${form.dataset.import}?${query}`, { method: 'POST', headers: { 'Content-Type': 'text/csv' }, body: file });
    say(form, answer.ok ? null : answer.body);
    output.replaceChildren(...(answer.ok ? report(answer.body) : []));
    if (answer.ok && answer.body.position >= 0) await refresh(answer.body.position);
  } catch {
    output.textContent = '';
    say(form, { title: words.failed, detail: words.offline });
  }
}

function report(body) {
  const list = element('ul');
  for (const item of body.items.filter(one => one.message)) {
    list.append(element('li', item.message));
  }
  return [element('p', body.summary), list];
}

document.addEventListener('submit', event => {
  const form = event.target;
  if (form.dataset.api) {
    event.preventDefault();
    command(form);
  } else if (form.dataset.import) {
    event.preventDefault();
    importSheet(form, event.submitter);
  }
});

// ---- live: on any change of what this page shows, its live part is fetched anew -----------------------------------

let fetching = null;
let again = false;

async function refresh(after) {
  const live = document.getElementById('live');
  if (!live) return;
  if (fetching) {
    again = true;
    return fetching;
  }
  fetching = load(live, after).finally(() => { fetching = null; });
  await fetching;
  if (again) {
    again = false;
    await refresh();
  }
}

async function load(live, after) {
  const url = new URL(location.href);
  if (after !== undefined) url.searchParams.set('after', after);
  const answer = await fetch(url, { credentials: 'same-origin' });
  if (!answer.ok || answer.redirected) return location.reload();
  if (live.contains(document.activeElement) && document.activeElement.matches('input:not([type=hidden]), textarea, select') && after === undefined) {
    document.activeElement.addEventListener('blur', () => refresh(), { once: true }); // nobody loses what they are writing
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('live');
  if (!fresh) return;
  for (const open of live.querySelectorAll('details[open][id]')) fresh.querySelector(`#${CSS.escape(open.id)}`)?.setAttribute('open', '');
  live.replaceWith(fresh);
}

const topics = document.querySelector('[data-live]')?.dataset.live.split(' ') ?? [];
if (topics.length && window.StompJs) {
  let waiting = 0;
  const changed = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => refresh(), 150);
  };
  const client = new StompJs.Client({
    brokerURL: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`,
    reconnectDelay: 3000,
  });
  client.onConnect = () => {
    for (const topic of topics) client.subscribe(topic, changed);
    document.body.classList.add('live');
    changed(); // what happened between the page and the subscription
  };
  client.onWebSocketClose = () => document.body.classList.remove('live');
  client.activate();
}
