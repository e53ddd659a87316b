// terraform.mjs FOLDER: parses the .tf files there as Terraform's own parser does, compares their layout with
// `terraform fmt`, their arguments with the providers' schemas, and resolves every reference. A problem a line.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@cdktf/hcl2json';
import { format } from '@cdktf/hcl-tools';

const folder = process.argv[2];
const schemas = JSON.parse(readFileSync(new URL('provider-schemas.json', import.meta.url), 'utf8'));
const META = ['count', 'for_each', 'depends_on', 'lifecycle', 'provider', 'provisioner', 'connection'];
const problems = [];
const known = new Map();
const bodies = [];

for (const file of readdirSync(folder).filter((name) => name.endsWith('.tf')).sort()) {
  const text = readFileSync(join(folder, file), 'utf8');
  const laidOut = await format(text);
  if (laidOut !== text) {
    const line = text.split('\n').findIndex((line, index) => line !== laidOut.split('\n')[index]);
    problems.push(`${file}:${line + 1}: terraform fmt writes "${laidOut.split('\n')[line]}", not "${text.split('\n')[line]}"`);
  }
  const parsed = await parse(file, text);
  for (const kind of ['resource', 'data', 'ephemeral']) {
    for (const [type, named] of Object.entries(parsed[kind] ?? {})) {
      for (const [name, bodiesOfName] of Object.entries(named)) {
        const address = `${kind === 'resource' ? '' : kind + '.'}${type}.${name}`;
        if (bodiesOfName.length > 1) problems.push(`${file}: ${address} is there twice`);
        declare(address, file);
        bodies.push([file, address, bodiesOfName[0]]);
        const described = kind === 'data' ? `data.${type}` : type;
        const schema = schemas[described];
        if (schema) check(`${file}: ${address}`, schema, bodiesOfName[0], true);
        else problems.push(`${file}: no schema for ${described}: add it with provider-schemas.mjs`);
      }
    }
  }
  for (const [name, body] of Object.entries(parsed.variable ?? {})) {
    declare(`var.${name}`, file);
    bodies.push([file, `var.${name}`, body]);
  }
  for (const locals of parsed.locals ?? []) {
    Object.keys(locals).forEach((name) => declare(`local.${name}`, file));
    bodies.push([file, 'locals', locals]);
  }
  for (const part of ['output', 'provider', 'terraform']) bodies.push([file, part, parsed[part] ?? {}]);
}
const used = new Set();
for (const [file, address, body] of bodies) references(file, address, body);
for (const [address, file] of known) {
  if (address.startsWith('var.') && !used.has(address)) problems.push(`${file}: ${address} is used nowhere`);
}
console.log(problems.join('\n'));
process.exitCode = problems.length ? 1 : 0;

function declare(address, file) {
  if (known.has(address)) problems.push(`${file}: ${address} is declared in ${known.get(address)} too`);
  known.set(address, file);
}

function check(where, schema, body, top) {
  for (const name of Object.keys(schema.needs)) {
    const dynamic = body.dynamic && name in body.dynamic;
    if (!(name in body) && !dynamic) problems.push(`${where}: "${name}" is missing`);
  }
  for (const [name, value] of Object.entries(body)) {
    if ((top && META.includes(name)) || name === 'dynamic') continue;
    const inner = schema.needs[name] ?? schema.may[name];
    if (inner === undefined) problems.push(`${where}: there is no "${name}"`);
    else if (inner && Array.isArray(value)) {
      value.filter((item) => typeof item === 'object').forEach((item) => check(`${where}.${name}`, inner, item, false));
    }
  }
}

/** References stand in strings, within ${ }; names bound by `for` expressions, `each`, `count`, `self` are their own. */
function references(file, address, value) {
  if (Array.isArray(value)) return value.forEach((item) => references(file, address, item));
  if (value && typeof value === 'object') return Object.values(value).forEach((item) => references(file, address, item));
  if (typeof value !== 'string') return;
  for (const expression of expressions(value)) {
    for (const [, root, name, attribute] of expression.matchAll(/(?<![\w.$"])((?:data\.|ephemeral\.)?[a-z][a-z0-9_]*)\.([A-Za-z_][\w-]*)(?:\[[^\]]*\])?(?:\.([a-z_][a-z0-9_]*))?/g)) {
      const bare = root.replace(/^(data|ephemeral)\./, '');
      if (!root.includes('.') && !['var', 'local'].includes(root) && !/^(archive|aws|google|azurerm|random)_/.test(bare)) continue;
      const target = `${root}.${name}`;
      used.add(target);
      if (!known.has(target)) problems.push(`${file}: ${address} refers to ${target}, which is nowhere`);
      const schema = schemas[root.startsWith('data.') ? root : bare];
      if (attribute && schema && ![...Object.keys(schema.needs), ...Object.keys(schema.may), ...schema.gives, 'id'].includes(attribute)) {
        problems.push(`${file}: ${address} refers to ${target}.${attribute}, which ${bare} does not have`);
      }
    }
  }
}

function expressions(text) {
  const found = [];
  for (let start = 0; (start = text.indexOf('${', start)) >= 0; start += 2) {
    if (text[start - 1] === '$') continue;
    let depth = 1;
    let end = start + 2;
    for (; end < text.length && depth > 0; end++) depth += text[end] === '{' ? 1 : text[end] === '}' ? -1 : 0;
    // What stands in quotes is text, but for the references within ${ } of its own.
    found.push(text.slice(start + 2, end - 1).replace(/"(?:[^"\\]|\\.)*"/g, (quoted) => (quoted.includes('${') ? quoted.replace(/"/g, ' ') : '""')));
  }
  return found;
}
