// What is written in a form, as the API takes it.

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

export function read(form) {
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
