// Brings what the page shows to a newer state and leaves alone what the reader is in the middle of.

const FIELDS = 'input:not([type=hidden]), textarea, select';

function changed(field) {
  switch (field.type) {
    case 'hidden': return false;
    case 'checkbox': return field.checked !== field.defaultChecked;
    case 'file': return field.files.length > 0;
    case 'select-one': return field.selectedIndex !== Math.max(0, [...field.options].findIndex(one => one.defaultSelected));
    default: return field.matches(FIELDS) && field.value !== field.defaultValue;
  }
}

/** Something is written in it and not sent, or is on its way. */
function unfinished(form) {
  return Boolean(form.dataset.busy)
    || [...form.elements].some(field => changed(field) || (field === document.activeElement && field.matches(FIELDS)));
}

export function holdsWriting(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return false;
  return node.matches('form') ? unfinished(node) : [...node.querySelectorAll('form')].some(unfinished);
}

/** What may be told apart from its neighbours: things with an id, and forms by what they send. */
const named = node => node.id || node.dataset?.api;

function counterpart(root, old, at, fresh) {
  if (fresh.id) return root.querySelector(`#${CSS.escape(fresh.id)}`);
  if (fresh.dataset?.api) return [...old.children].find(child => !child.id && child.dataset.api === fresh.dataset.api);
  return at && !named(at) && at.nodeName === fresh.nodeName ? at : null;
}

function attributes(old, fresh) {
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && name !== 'open') old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}

function children(root, old, fresh) {
  const wanted = new Set([...fresh.childNodes].map(named).filter(Boolean));
  const isProblem = child => child.nodeType === Node.ELEMENT_NODE && child.matches('.problem');
  const stays = child => isProblem(child) || holdsWriting(child);
  const kept = child => isProblem(child) || (named(child) && !wanted.has(named(child)) && holdsWriting(child));
  for (const child of [...old.children]) {
    if (named(child) && !wanted.has(named(child)) && !stays(child)) child.remove();
  }
  let at = old.firstChild;
  for (const child of [...fresh.childNodes]) {
    while (at && kept(at)) at = at.nextSibling;
    const match = counterpart(root, old, at, child);
    if (!match) {
      old.insertBefore(document.importNode(child, true), at);
    } else {
      if (match === at) at = at.nextSibling;
      else old.insertBefore(match, at);
      settleWithin(root, match, child);
    }
  }
  while (at) {
    const next = at.nextSibling;
    if (!stays(at)) at.remove();
    at = next;
  }
}

/** What one is asked to agree to stays as it was read; who agrees to it then hears that it is something else now. */
const readOtherwise = (old, fresh) => Boolean(old.dataset?.asked && fresh.dataset?.asked && old.dataset.asked !== fresh.dataset.asked);

function settleWithin(root, old, fresh) {
  if (old.isEqualNode(fresh)) return;
  if (readOtherwise(old, fresh)) {
    for (const notice of old.querySelectorAll('.outdated')) notice.hidden = false;
    return;
  }
  if (old.nodeType !== Node.ELEMENT_NODE) {
    old.nodeValue = fresh.nodeValue;
  } else if (old.nodeName !== fresh.nodeName) {
    old.replaceWith(document.importNode(fresh, true));
  } else if (!old.matches('form') || !unfinished(old)) {
    attributes(old, fresh);
    children(root, old, fresh);
  }
}

export function settle(old, fresh) {
  const focused = document.activeElement;
  settleWithin(old, old, fresh);
  if (focused !== document.activeElement && focused.isConnected) focused.focus({ preventScroll: true });
}
