
// A small endpoint before the application: it answers public reads from memory for a short while, so that a burst of
// them reaches the application once an instance. Whatever carries a login goes through and is kept nowhere.

const ORIGIN = new URL(process.env.ORIGIN ?? '');
const PATHS = (process.env.PATHS ?? '').split(' ').filter(Boolean).map((pattern) => new RegExp(`^(?:${pattern})$`));
const SECONDS = Number(process.env.CACHE_SECONDS ?? 30);
const TIMEOUT = Number(process.env.TIMEOUT_MS ?? 10000);
/** An answer of Lambda may be 6 MB, and base64 makes four bytes of three. */
const LARGEST = 4_400_000;
const KEPT = 500;
const SENT = ['accept', 'accept-language', 'authorization', 'cookie', 'if-none-match', 'user-agent'];
const RETURNED = ['content-type', 'cache-control', 'content-language', 'etag', 'last-modified', 'location', 'link', 'retry-after'];

/** Path, query and language → the answer and when it is too old; the oldest first. */
const kept = new Map();

export const handler = async (event) => {
  const method = event.requestContext?.http?.method ?? 'GET';
  const path = event.rawPath ?? '/';
  if (method !== 'GET' && method !== 'HEAD') return problem(405, 'method_not_allowed', `${method} is for the application itself`, { allow: 'GET, HEAD' });
  if (!PATHS.some((pattern) => pattern.test(path))) return problem(404, 'not_found', `${path} is not answered here`);
  const sent = headers(event);
  const personal = 'authorization' in sent || 'cookie' in sent;
  const key = `${path}?${event.rawQueryString ?? ''}\n${(sent['accept-language'] ?? '').slice(0, 2).toLowerCase()}`;
  const known = personal ? undefined : kept.get(key);
  if (known && known.until > Date.now()) return answer(known, method, 'hit');
  let fetched;
  try {
    fetched = await ask(path, event.rawQueryString, sent);
  } catch {
    // What was right a moment ago is better than nothing.
    if (known) return answer(known, method, 'stale');
    return problem(504, 'unavailable', 'the application does not answer: try again', { 'retry-after': '5' });
  }
  if (fetched.body.length > LARGEST) return { statusCode: 307, headers: { location: new URL(`${path}${query(event.rawQueryString)}`, ORIGIN).toString() } };
  if (!personal && fetched.status === 200 && !fetched.private) {
    kept.delete(key);
    kept.set(key, { ...fetched, until: Date.now() + SECONDS * 1000 });
    if (kept.size > KEPT) kept.delete(kept.keys().next().value);
  }
  return answer(fetched, method, personal ? 'bypass' : 'miss');
};

function headers(event) {
  const found = {};
  for (const [name, value] of Object.entries(event.headers ?? {})) {
    if (SENT.includes(name.toLowerCase())) found[name.toLowerCase()] = value;
  }
  if (event.cookies?.length) found.cookie = event.cookies.join('; ');
  return found;
}

async function ask(path, rawQuery, sent) {
  const response = await fetch(new URL(`${path}${query(rawQuery)}`, ORIGIN), {
    headers: sent,
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT),
  });
  if (response.status >= 500) throw new Error(`the application answered ${response.status}`);
  const returned = {};
  for (const name of RETURNED) if (response.headers.has(name)) returned[name] = response.headers.get(name);
  return {
    status: response.status,
    headers: returned,
    cookies: response.headers.getSetCookie(),
    private: response.headers.getSetCookie().length > 0 || /private/i.test(returned['cache-control'] ?? ''),
    body: Buffer.from(await response.arrayBuffer()),
  };
}

function query(raw) {
  return raw ? `?${raw}` : '';
}

function answer(found, method, how) {
  return {
    statusCode: found.status,
    headers: { ...found.headers, 'x-edge-cache': how },
    cookies: how === 'hit' || how === 'stale' ? [] : found.cookies,
    body: method === 'HEAD' ? '' : found.body.toString('base64'),
    isBase64Encoded: method !== 'HEAD',
  };
}

/** Problem details (RFC 9457), as the application answers. */
function problem(status, code, detail, more = {}) {
  return {
    statusCode: status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...more },
    body: JSON.stringify({ type: 'about:blank', title: code, status, code, detail }),
  };
}
