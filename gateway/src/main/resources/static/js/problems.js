// Says beside a form why it was refused, and offers the ways on that there are.

import { language, words } from './server.js';

export function element(name, text = '', kind = '') {
  const made = document.createElement(name);
  made.textContent = text;
  if (kind) made.className = kind;
  return made;
}

export function apart(text) {
  return element('bdi', text);
}

export const inWords = text => text?.[language] ?? text?.ar ?? text?.en ?? Object.values(text ?? {})[0] ?? '';

function button(label, then) {
  const made = element('button', label, 'second');
  made.type = 'button';
  made.addEventListener('click', then);
  return made;
}

const hour = instant => instant.slice(11, 16);

function collisions(found) {
  const list = element('ul');
  for (const one of found) {
    const item = element('li');
    item.append(apart(inWords(one.title)));
    const venue = inWords(one.venue);
    if (venue) item.append(' · ', apart(venue));
    if (one.from && one.until) item.append(' · ', element('time', `${hour(one.from)}–${hour(one.until)} UTC`));
    list.append(item);
  }
  return list;
}

/** Cities to choose from; where several bear the name, an id does what the name did not. */
function cities(found, several, field, form) {
  const list = element('div', words.meant, 'buttons');
  for (const city of found) {
    list.append(button(`${inWords(city.name)} (${city.country})`, () => {
      field.value = several ? city.id : inWords(city.name);
      clear(form);
      field.focus();
    }));
  }
  return list;
}

/** A form that is a mere button has no room: what it is told stands at the end of its card. */
function room(form) {
  const fields = form.querySelector('input:not([type=hidden]), textarea, select');
  return fields ? form : (form.closest('article, tr > td, .card') ?? form);
}

export function clear(form) {
  for (const box of [form, room(form)].flatMap(place => [...place.querySelectorAll(':scope > .problem')])) box.remove();
  for (const field of form.elements) field.removeAttribute('aria-invalid');
}

/** @param knowingly sends the form again, acknowledging these actions, and what is not to be seen */
export function say(form, problem, knowingly) {
  clear(form);
  const box = element('div', '', 'problem');
  box.setAttribute('role', 'alert');
  box.append(element('strong', problem.title ?? words.failed), element('p', problem.detail ?? ''));
  const wrong = problem.field && [...form.elements].find(field => field.name === problem.field || field.name.startsWith(`${problem.field}.`));
  if (wrong) {
    wrong.setAttribute('aria-invalid', 'true');
    wrong.closest('details')?.setAttribute('open', '');
    wrong.focus();
    const found = problem.nearest ?? problem.cities ?? [];
    if (found.length) box.append(cities(found, Boolean(problem.cities), wrong, form));
  }
  if (problem.collisions) {
    box.append(collisions(problem.collisions));
    const ids = problem.collisions.map(one => one.id);
    box.append(button(words.acknowledge, () => knowingly(ids, problem.unseen)));
  }
  const close = button('×', () => box.remove());
  close.classList.add('close');
  close.setAttribute('aria-label', words.close);
  box.append(close);
  room(form).append(box);
  box.scrollIntoView({ block: 'nearest' });
}
