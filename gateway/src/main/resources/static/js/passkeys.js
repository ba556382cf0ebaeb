// Passkeys: offered where the browser knows them, and only with scripts.

import { send } from './server.js';

const json = async (path, body) => {
  const answer = await send(path, { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok || answer.body.code) throw new Error(answer.body.detail ?? '');
  return answer.body;
};

async function signIn() {
  const asked = await json('/sign-in/passkey/options', {});
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked);
  const credential = await navigator.credentials.get({ publicKey });
  return json('/sign-in/passkey', credential.toJSON());
}

async function make(form) {
  const asked = await json('/account/passkeys/options', { current: form.current.value, code: form.code.value });
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked);
  const credential = await navigator.credentials.create({ publicKey });
  return json('/account/passkeys', { label: form.label.value, answer: credential.toJSON() });
}

/** What the browser says when its owner stops is in its own words: it is not shown. */
async function goOn(place, work) {
  const notice = place.querySelector('[role=alert]');
  notice.hidden = true;
  try {
    location.assign((await work()).next);
  } catch (failure) {
    notice.textContent = (failure instanceof DOMException ? '' : failure.message) || place.dataset.failed;
    notice.hidden = false;
  }
}

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  const door = document.getElementById('passkey');
  if (door) {
    door.hidden = false;
    door.querySelector('button').addEventListener('click', () => goOn(door, signIn));
  }
  const fresh = document.getElementById('new-passkey');
  if (fresh) {
    fresh.hidden = false;
    fresh.querySelector('form').addEventListener('submit', event => {
      event.preventDefault();
      goOn(fresh, () => make(event.target.elements));
    });
  }
}
