// While hashtags are typed: what the coalition writes instead. Nothing hangs on it.

import { element } from './problems.js';
import { send } from './server.js';

const WAIT = 300;
const MOST = 20; // as many as are checked at once
const waiting = new WeakMap();

const tags = field => field.value.split(/[\s,،]+/).filter(tag => /^#?[\p{L}\p{M}\p{N}_]+$/u.test(tag)).slice(0, MOST);

/** A list beside the field's label, in words that a reader hears when they come. */
function box(field) {
  const label = field.closest('label');
  const there = label.nextElementSibling;
  if (there?.classList.contains('proposals')) return there;
  const made = element('div', '', 'proposals');
  made.setAttribute('role', 'status');
  label.after(made);
  return made;
}

/** Only the tag that was meant: another that begins alike stays. */
function take(field, given, proposed) {
  field.value = field.value.split(/([\s,،]+)/).map(part => (part.replace(/^#?/, '#') === given ? proposed : part)).join('');
  field.focus();
  check(field);
}

function proposal(field, one) {
  const line = element('p', '', 'proposal');
  const button = element('button', '', 'second');
  button.type = 'button';
  button.append(field.dataset.take, ' ', element('bdi', one.proposed));
  button.addEventListener('click', () => take(field, one.given, one.proposed));
  line.append(element('bdi', one.given), ' · ', field.dataset[one.state === 'RETIRED' ? 'once' : 'used'], ' ', element('bdi', one.proposed), ' ', button);
  return line;
}

async function check(field) {
  const asked = tags(field);
  const query = new URLSearchParams(asked.map(tag => ['tag', tag]));
  const answer = asked.length ? await send(`${field.dataset.hashtags}?${query}`, { method: 'GET' }).catch(() => ({})) : {};
  if (asked.join() !== tags(field).join()) return; // typed on meanwhile
  const found = answer.ok ? answer.body.hashtags : [];
  box(field).replaceChildren(...found.map(one => proposal(field, one)));
}

document.addEventListener('input', event => {
  const field = event.target;
  if (!field.dataset?.hashtags) return;
  clearTimeout(waiting.get(field));
  waiting.set(field, setTimeout(() => check(field), WAIT));
});

document.addEventListener('reset', event => {
  for (const shown of event.target.querySelectorAll('.proposals')) shown.replaceChildren();
});
