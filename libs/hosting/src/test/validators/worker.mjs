// worker.mjs FOLDER: wrangler.jsonc against Wrangler's schema, then the worker in workerd before an application of ours.
import { generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { Miniflare, Response } from 'miniflare';

const folder = process.argv[2];
const problems = [];
const configuration = JSON.parse(readFileSync(join(folder, 'wrangler.jsonc'), 'utf8').replace(/^\/\/.*$/gm, ''));
const schema = JSON.parse(readFileSync(new URL('node_modules/wrangler/config-schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv({ strict: false, logger: false, validateFormats: false });
if (!ajv.validate(schema, configuration)) problems.push(...ajv.errors.map((error) => `wrangler.jsonc${error.instancePath}: ${error.message}`));

const asked = [];
const pairs = { one: pair('one'), two: pair('two'), stranger: pair('one') };
let published = [pairs.one.jwk];
let keysAnswer = true;
const origin = (request) => {
  const url = new URL(request.url);
  asked.push(url.pathname);
  if (url.pathname === '/.well-known/jwks.json') return keysAnswer ? Response.json({ keys: published }) : new Response('down', { status: 500 });
  const headers = { 'Cache-Control': 'no-cache, no-store, max-age=0' };
  if (url.pathname.endsWith('/jobs/7')) headers['Set-Cookie'] = 'a=b';
  if (url.pathname.endsWith('/jobs/8')) headers['Cache-Control'] = 'private';
  return new Response(`from the application, number ${asked.length}`, { status: url.pathname.endsWith('/jobs/404') ? 404 : 200, headers });
};
const worker = new Miniflare({
  modules: [{ type: 'ESModule', path: 'worker.js', contents: readFileSync(join(folder, 'worker.js'), 'utf8') }],
  compatibilityDate: configuration.compatibility_date,
  bindings: configuration.vars,
  outboundService: origin,
});

try {
  await worker.ready;
  await expect('keys out of reach', 503, '/api/v1/jobs', bearer(pairs.one, {}), () => (keysAnswer = false));
  keysAnswer = true;
  await expect('no token', 401, '/api/v1/jobs');
  await expect('a token that is none', 401, '/api/v1/jobs', { Authorization: 'Bearer a.b.c' });
  await expect('a password', 401, '/api/v1/jobs', { Authorization: 'Basic YTpi' });
  await expect('a good token', 200, '/api/v1/jobs', bearer(pairs.one, {}));
  await expect('a signature of another key', 401, '/api/v1/jobs', bearer(pairs.stranger, {}));
  await expect('an expired token', 401, '/api/v1/jobs', bearer(pairs.one, { exp: now() - 3600 }));
  await expect('a token without an end', 401, '/api/v1/jobs', bearer(pairs.one, { exp: undefined }));
  await expect('a token of tomorrow', 401, '/api/v1/jobs', bearer(pairs.one, { nbf: now() + 3600 }));
  await expect('another issuer', 401, '/api/v1/jobs', bearer(pairs.one, { iss: 'somebody' }));
  await expect('no algorithm', 401, '/api/v1/jobs', bearer(pairs.one, {}, { alg: 'none' }));
  await expect('a key that is not published', 401, '/api/v1/jobs', bearer(pairs.two, {}));
  await expect('logging in needs no token', 200, '/api/v1/auth/login');
  await expect('a preflight needs no token', 200, '/api/v1/jobs', {}, () => {}, 'OPTIONS');
  await expect('a page is no call of the API', 200, '/jobs');

  await edge('the first visitor', 'miss', '/careers/acme');
  await edge('the second visitor', 'hit', '/careers/acme');
  await edge('another language', 'miss', '/careers/acme', { 'Accept-Language': 'de-DE,de;q=0.9' });
  await edge('the same language again', 'hit', '/careers/acme', { 'Accept-Language': 'de' });
  await edge('another search', 'miss', '/careers/acme?q=java');
  await edge('somebody signed in', null, '/careers/acme', { Cookie: 'crewyard_session=x' });
  await edge('a page that sets a cookie', 'bypass', '/careers/acme/jobs/7');
  await edge('a private page', 'bypass', '/careers/acme/jobs/8');
  await edge('a page that is not there', 'bypass', '/careers/acme/jobs/404');
  await edge('a form', null, '/careers/acme/jobs/9/apply');
  await edge("a candidate's own page", null, '/careers/acme/status/secret');
  if (asked.filter((path) => path === '/careers/acme').length !== 4) problems.push(`the application was asked ${asked}`);
} finally {
  await worker.dispose();
}
console.log(problems.join('\n'));
process.exit(problems.length ? 1 : 0);

async function expect(what, status, path, headers = {}, before = () => {}, method = 'GET') {
  before();
  const count = asked.filter((one) => one === path).length;
  const response = await worker.dispatchFetch(`https://app.example.com${path}`, { headers, method });
  const body = await response.text();
  if (response.status !== status) problems.push(`${what}: ${response.status} ${body}, not ${status}`);
  if (status === 401 && !response.headers.get('WWW-Authenticate')?.startsWith('Bearer')) problems.push(`${what}: no challenge`);
  const reached = asked.filter((one) => one === path).length > count;
  if (reached !== (status === 200)) problems.push(`${what}: the application was ${reached ? '' : 'not '}asked`);
}

async function edge(what, how, path, headers = {}) {
  const response = await worker.dispatchFetch(`https://app.example.com${path}`, { headers });
  await response.text();
  if (response.headers.get('X-Edge-Cache') !== how) problems.push(`${what}: ${response.headers.get('X-Edge-Cache')}, not ${how}`);
}

function pair(kid) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { kid, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'ES256' } };
}

function bearer({ kid, privateKey }, claims, head = {}) {
  const parts = [{ alg: 'ES256', kid, ...head }, { iss: 'crewyard-recruiting', sub: '1', exp: now() + 600, ...claims }];
  const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return { Authorization: `Bearer ${text}.${signature.toString('base64url')}` };
}

function now() {
  return Math.floor(Date.now() / 1000);
}
