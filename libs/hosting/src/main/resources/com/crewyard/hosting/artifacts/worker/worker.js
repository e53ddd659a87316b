
// In front of the application: refuses calls of the API whose access token is not ours before they reach it, and keeps
// public pages for a short while. Everything else, WebSockets too, goes through as it is.

const KEYS_LAST = 5 * 60 * 1000;
const KEYS_ASKED_AGAIN = 10 * 1000;
const CLOCKS_DIFFER = 30;

/** Of this instance of the worker: the keys that verify tokens, by their ids. */
let keys = { byId: new Map(), fetched: 0 };

export default {
  async fetch(request, env, context) {
    const url = new URL(request.url);
    if (request.method !== 'OPTIONS' && below(url.pathname, env.PROTECTED) && !below(url.pathname, env.OPEN)) {
      const refusal = await refused(request, url, env);
      if (refusal) return refusal;
    }
    if (cacheable(request, url, env)) return cached(request, url, env, context);
    return fetch(request);
  },
};

function below(path, prefixes) {
  return (prefixes ?? []).some((prefix) => path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`));
}

/** Nothing when the token is good; otherwise the answer. The application looks at it again, and at who it is. */
async function refused(request, url, env) {
  const header = request.headers.get('Authorization') ?? '';
  const token = header.match(/^Bearer +([\w-]+)\.([\w-]+)\.([\w-]+)$/i);
  if (!token) return unauthorized('an access token is missing: send Authorization: Bearer TOKEN');
  try {
    const [head, claims] = [json(token[1]), json(token[2])];
    if (head.alg !== 'ES256' || typeof head.kid !== 'string') return unauthorized('the token is not signed by a key of ours', 'invalid_token');
    const key = await keyOf(head.kid, url, env);
    if (key === undefined) return unauthorized('the token is not signed by a key of ours', 'invalid_token');
    const signed = await crypto.subtle.verify(
      { name: 'ECDSA', hash: 'SHA-256' },
      key,
      bytes(token[3]),
      new TextEncoder().encode(`${token[1]}.${token[2]}`),
    );
    if (!signed) return unauthorized('the signature of the token is wrong', 'invalid_token');
    const now = Date.now() / 1000;
    if (typeof claims.exp !== 'number' || claims.exp + CLOCKS_DIFFER < now) return unauthorized('the token has expired: log in again', 'invalid_token');
    if (typeof claims.nbf === 'number' && claims.nbf - CLOCKS_DIFFER > now) return unauthorized('the token does not hold yet', 'invalid_token');
    if (env.ISSUER && claims.iss !== env.ISSUER) return unauthorized('the token is from somebody else', 'invalid_token');
    return null;
  } catch (error) {
    if (error instanceof KeysUnreachable) {
      return problem(503, 'unavailable', 'the keys that verify tokens cannot be had at the moment: try again', { 'Retry-After': '5' });
    }
    return unauthorized('the token cannot be read', 'invalid_token');
  }
}

class KeysUnreachable extends Error {}

/** A key that is not known may be new: the keys are fetched again, though not for every forged token. */
async function keyOf(id, url, env) {
  const age = Date.now() - keys.fetched;
  if (age > KEYS_LAST || (!keys.byId.has(id) && age > KEYS_ASKED_AGAIN)) await fetchKeys(url, env);
  return keys.byId.get(id);
}

async function fetchKeys(url, env) {
  let response;
  try {
    response = await fetch(new URL(env.KEYS, url.origin), { headers: { Accept: 'application/json' } });
  } catch {
    response = undefined;
  }
  if (!response?.ok) {
    // Keys that were good five minutes ago are better than none.
    if (keys.byId.size > 0) return;
    throw new KeysUnreachable();
  }
  const byId = new Map();
  for (const key of (await response.json()).keys) {
    if (key.kty === 'EC' && key.crv === 'P-256') {
      byId.set(key.kid, await crypto.subtle.importKey('jwk', { kty: key.kty, crv: key.crv, x: key.x, y: key.y }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']));
    }
  }
  keys = { byId, fetched: Date.now() };
}

/** Only pages that everybody sees alike: nobody is signed in, and nothing is asked for in part. */
function cacheable(request, url, env) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  if (['Authorization', 'Range', 'Upgrade'].some((header) => request.headers.has(header))) return false;
  if ((env.SESSION_COOKIES ?? []).some((cookie) => (request.headers.get('Cookie') ?? '').includes(`${cookie}=`))) return false;
  return (env.CACHED ?? []).some((pattern) => new RegExp(`^(?:${pattern})$`).test(url.pathname));
}

async function cached(request, url, env, context) {
  const key = new Request(keyUrl(request, url), { method: 'GET' });
  const hit = await caches.default.match(key);
  if (hit) return marked(hit, 'hit', request);
  const response = await fetch(request);
  const control = response.headers.get('Cache-Control') ?? '';
  // "no-store" is what the application says of every page; which ones everybody sees alike is said above.
  const keeps = request.method === 'GET' && response.status === 200 && !response.headers.has('Set-Cookie') && !/private/i.test(control);
  if (!keeps) return marked(response, 'bypass', request);
  const copy = new Response(response.clone().body, response);
  copy.headers.set('Cache-Control', `public, max-age=${env.CACHE_SECONDS}`);
  copy.headers.delete('Expires');
  copy.headers.delete('Pragma');
  copy.headers.delete('Vary');
  context.waitUntil(caches.default.put(key, copy));
  return marked(response, 'miss', request);
}

/** Pages come in the visitor's language, so each language is a page of its own. */
function keyUrl(request, url) {
  const key = new URL(url);
  const language = (request.headers.get('Accept-Language') ?? '').match(/^\s*([a-z]{2})\b/i)?.[1].toLowerCase() ?? '';
  key.searchParams.sort();
  key.searchParams.set('edge-language', language);
  return key.toString();
}

function marked(response, how, request) {
  const answer = new Response(request.method === 'HEAD' ? null : response.body, response);
  answer.headers.set('X-Edge-Cache', how);
  // The browser asks us again, so that a closed job is gone as soon as we forget it.
  if (how !== 'bypass') answer.headers.set('Cache-Control', 'no-cache');
  return answer;
}

function unauthorized(detail, error) {
  const challenge = error ? `Bearer error="${error}", error_description="${detail}"` : 'Bearer';
  return problem(401, 'unauthenticated', detail, { 'WWW-Authenticate': challenge });
}

/** Problem details (RFC 9457), as the application answers. */
function problem(status, code, detail, headers) {
  return new Response(JSON.stringify({ type: 'about:blank', title: code, status, code, detail }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
  });
}

function bytes(base64url) {
  return Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0));
}

function json(base64url) {
  return JSON.parse(new TextDecoder().decode(bytes(base64url)));
}
