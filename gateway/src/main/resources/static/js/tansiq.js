// Forms become commands of the API. Everything can be read without this.

import './hashtags.js';
import { leaveFor, refresh } from './live.js';
import { clear, element, say } from './problems.js';
import { send, words } from './server.js';

const readers = {
  each: value => [value],
  instant: value => new Date(value).toISOString(),
  list: value => value.split(/[\s,،]+/).filter(part => part),
  truth: value => value === 'true',
  utc: value => `${value}Z`,
};

function put(target, path, value) {
  const parts = path.split('.');
  const last = parts.pop();
  let at = target;
  for (const part of parts) at = at[part] ??= {};
  at[last] = Array.isArray(at[last]) ? [...at[last], ...value] : value;
}

function read(form) {
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

/** A repeat of the same submission (a second tap, a lost answer) carries the same key and has no second effect. */
function key(form, content) {
  if (form.dataset.sent !== content) {
    form.dataset.sent = content;
    form.dataset.key = [...crypto.getRandomValues(new Uint32Array(4))].map(n => n.toString(36)).join('-');
  }
  return form.dataset.key;
}

async function busily(form, work) {
  if (form.dataset.busy) return;
  form.dataset.busy = 'yes';
  try {
    await work();
  } catch {
    say(form, { title: words.failed, detail: words.offline });
  } finally {
    delete form.dataset.busy;
  }
}

const command = (form, more = {}) => busily(form, async () => {
  const { path, body } = read(form);
  const content = JSON.stringify({ ...body, ...more });
  const method = form.dataset.method ?? 'POST';
  const answer = await send(path, method === 'GET' ? { method } : {
    method,
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key(form, content) },
    body: content,
  });
  if (answer.status < 500) delete form.dataset.sent; // answered: what comes next is meant anew
  if (answer.ok) {
    clear(form);
    await done(form, body, answer.body);
  } else {
    say(form, answer.body, (ids, unseen) => command(form, { acknowledged: ids, ...(unseen && { acknowledgeUnseen: true }) }));
    refresh().catch(() => {}); // what stands in the way may not show yet
  }
});

async function done(form, sent, answer) {
  const fill = link => link
    .replace('{id}', encodeURIComponent(answer.id))
    .replace('{position}', answer.position)
    .replace('{day}', sent.starts?.slice(0, 10));
  if (form.dataset.tells) return tell(form, answer[form.dataset.tells]);
  if (form.dataset.then) return leaveFor(fill(form.dataset.then));
  form.reset();
  delete form.dataset.busy; // it may change with the rest of the page
  form.closest('details')?.removeAttribute('open');
  await refresh(answer.position);
  const made = document.querySelector(`#live article[id$="-${CSS.escape(answer.id)}"]`);
  if (made) point(made);
  else if (form.dataset.there) leaveFor(fill(form.dataset.there));
}

function point(card) {
  card.scrollIntoView({ block: 'nearest' });
  card.classList.add('fresh');
  setTimeout(() => card.classList.remove('fresh'), 2000);
}

/** A path is told as the whole link, and what else there is to know as it is. */
function tell(form, what) {
  const told = form.querySelector('.told');
  told.hidden = false;
  const field = told.querySelector('input, textarea');
  field.value = field.type === 'text' && what.startsWith('/') ? new URL(what, location.origin).href : what;
  field.focus();
  field.select();
  if (!form.closest('#live')) refresh().catch(() => {});
}

const importSheet = (form, rehearse) => busily(form, async () => {
  const query = new URLSearchParams({ 'dry-run': rehearse });
  for (const field of form.elements) {
    if (field.name && field.value && !['file', 'submit'].includes(field.type) && (field.type !== 'checkbox' || field.checked)) query.set(field.name, field.value);
  }
  const output = form.querySelector('output');
  output.textContent = '…';
  clear(form);
  try {
    const answer = await send(`${form.dataset.import}?${query}`, { headers: { 'Content-Type': form.dataset.type }, body: form.elements.file.files[0] });
    output.replaceChildren(...(answer.ok ? report(answer.body) : []));
    if (!answer.ok) say(form, answer.body);
    else if (answer.body.position >= 0) await refresh(answer.body.position);
  } catch (failure) {
    output.textContent = '';
    throw failure;
  }
});

function report(body) {
  const list = element('ul');
  for (const item of body.items.filter(one => one.message)) list.append(element('li', item.message));
  return [element('p', body.summary, 'sum'), list];
}

document.addEventListener('submit', event => {
  const form = event.target;
  if (form.dataset.api) {
    event.preventDefault();
    command(form);
  } else if (form.dataset.import) {
    event.preventDefault();
    importSheet(form, event.submitter?.value ?? 'true');
  }
});
