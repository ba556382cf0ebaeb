// While something is being planned: what it would run into, and when and where else it could be. The command decides, so
// nothing waits for this.

import { read } from './fields.js';
import { apart, element, inWords } from './problems.js';
import { language, send } from './server.js';

const WAIT = 400;
const questions = new WeakMap(); // the last one of each form: answers to others come too late
const waiting = new WeakMap();
const told = new WeakMap();

/** What is only public has no id. */
const which = one => one.action ?? one.task ?? JSON.stringify([one.title, one.from]);

/** What a plan is judged by; the rest may be half written. */
const JUDGED = ['title', 'kind', 'city', 'country', 'venue', 'starts', 'ends'];

const box = form => form.querySelector('.findings');
const minute = local => local.slice(0, 16);

function asked(form) {
  const { body } = read(form);
  const enough = form.dataset.needs.split(' ').every(name => body[name]);
  return enough ? Object.fromEntries(JUDGED.filter(name => body[name]).map(name => [name, body[name]])) : null;
}

const next = form => {
  const number = (questions.get(form) ?? 0) + 1;
  questions.set(form, number);
  return () => questions.get(form) === number;
};

const none = { ok: false };

async function check(form, isLast) {
  const body = asked(form);
  const answer = body
    ? await send(form.dataset.check, { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }).catch(() => none)
    : none;
  if (!isLast()) return;
  const found = answer.ok ? (answer.body.findings ?? answer.body.alike) : [];
  told.set(form, new Set(found.map(which)));
  const shown = found.length ? [list(found, box(form).dataset)] : [];
  if (shown.length && form.dataset.free) shown.push(await instead(form));
  if (isLast()) box(form).replaceChildren(...shown);
}

/** What the answer of a command tells that was not told before it was sent; somebody else may have been faster. */
export const news = (form, answer) =>
  (answer.warnings ?? answer.alike ?? []).filter(one => !told.get(form)?.has(which(one)));

export function tellNews(form, found) {
  box(form).replaceChildren(list(found, box(form).dataset));
}

function list(found, words) {
  const lines = element('ul', '', 'plain');
  for (const one of found) lines.append(one.task ? task(one, words) : action(one, words));
  return lines;
}

function link(title, href) {
  const made = element('a');
  made.href = href;
  if (!href.startsWith('#')) made.target = '_blank'; // what is written here stays
  made.append(apart(title));
  return made;
}

function task(one, words) {
  const line = element('li', '', 'finding');
  line.append(element('strong', words.alike), ' ', link(inWords(one.title), `#task-${encodeURIComponent(one.task)}`));
  return line;
}

function action(one, words) {
  const line = element('li', '', one.hard ? 'finding hard' : 'finding');
  const title = inWords(one.title);
  const path = one.action && `/coalitions/${encodeURIComponent(one.coalition)}/actions`;
  line.append(
    element('strong', one.hard ? words.hard : words.soft, one.hard ? 'warn' : ''),
    ' ',
    path ? link(title, `${path}?from=${one.localFrom.slice(0, 10)}#action-${encodeURIComponent(one.action)}`) : apart(title),
  );
  if (!one.action) line.append(' ', element('span', words.open, 'mark'));
  else if (!location.pathname.startsWith(path)) line.append(' ', element('span', words.elsewhere, 'mark'));
  const about = element('p', '', 'quiet');
  about.append(time(one.localFrom, one.localUntil));
  for (const more of [one.city, one.venue, ...one.organizers].filter(Boolean)) about.append(' · ', apart(inWords(more)));
  line.append(about, element('p', one.why));
  return line;
}

function time(from, until) {
  const made = element('time', `${day(from)} ${from.slice(11, 16)}–${until.slice(11, 16)}`);
  made.dateTime = from;
  return made;
}

const day = local => new Intl.DateTimeFormat(`${language}-u-nu-latn`, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
  .format(new Date(`${minute(local)}Z`));

/** Free times and places nearby as buttons that fill the form. */
export async function instead(form) {
  const { starts, ends, city } = form.elements;
  const words = box(form).dataset;
  const query = new URLSearchParams();
  for (const field of [starts, ends, city]) if (field?.value) query.set(field.name, field.value);
  const answer = await send(`${form.dataset.free}?${query}`, { method: 'GET' }).catch(() => none);
  const made = element('div', '', 'instead');
  if (!answer.ok) return made;
  const times = answer.body.times.filter(one => minute(one.starts) !== starts.value);
  if (times.length) made.append(buttons(words.times, times.map(one => fills(form, [when(one, starts.value)], () => {
    starts.value = minute(one.starts);
    if (ends.value) ends.value = minute(one.ends);
  }))));
  if (answer.body.places.length) made.append(buttons(words.places, answer.body.places.map(one => fills(form, where(one), () => {
    city.value = one.city;
  }))));
  return made;
}

const when = (one, wanted) => (one.starts.slice(0, 10) === wanted.slice(0, 10) ? '' : `${day(one.starts)} `) + one.starts.slice(11, 16);
const distance = new Intl.NumberFormat(`${language}-u-nu-latn`, { style: 'unit', unit: 'kilometer' });
const where = one => [inWords(one.name), `(${distance.format(Math.max(1, Math.round(one.metres / 1000)))})`];

function buttons(title, all) {
  const group = element('div', '', 'buttons');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-label', title);
  group.append(element('span', title), ...all);
  return group;
}

function fills(form, labels, fill) {
  const made = element('button', '', 'second');
  made.type = 'button';
  for (const label of labels) made.append(apart(label), ' ');
  made.addEventListener('click', () => {
    fill();
    remember(form);
    for (const old of form.querySelectorAll('.problem')) old.remove();
    form.elements.starts.focus();
    soon(form, 0);
  });
  return made;
}

function soon(form, wait) {
  clearTimeout(waiting.get(form));
  const isLast = next(form);
  waiting.set(form, setTimeout(() => check(form, isLast), wait));
}

const began = new WeakMap();
const moment = local => Date.parse(`${local}Z`);

function remember(form) {
  if (form.elements.starts) began.set(form, form.elements.starts.value);
}

/** Whoever moves the beginning moves the end with it. */
function follow(form) {
  const { starts, ends } = form.elements;
  const by = moment(starts.value) - moment(began.get(form) ?? starts.defaultValue);
  if (ends?.value && by) ends.value = minute(new Date(moment(ends.value) + by).toISOString());
  if (starts.value) remember(form);
}

document.addEventListener('input', event => {
  const form = event.target.form;
  if (!form?.dataset.check) return;
  if (event.target.name === 'starts') follow(form);
  soon(form, WAIT);
});

document.addEventListener('reset', event => {
  const form = event.target;
  if (!form.dataset.check) return;
  clearTimeout(waiting.get(form));
  next(form);
  began.delete(form);
  told.delete(form);
  box(form).replaceChildren();
});
