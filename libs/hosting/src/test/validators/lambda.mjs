// lambda.mjs FOLDER CLIENT: the handler under AWS's runtime interface client, which asks a runtime API of ours for events
// (docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html). CLIENT is the folder with the package aws-lambda-ric.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [folder, client] = process.argv.slice(2);
const problems = [];
const asked = [];
const origin = await listen((request, response) => {
  asked.push(request.url);
  if (request.url.startsWith('/careers/slow')) return;
  if (request.url.startsWith('/careers/broken')) return response.writeHead(500).end();
  if (request.url.startsWith('/careers/large')) return response.writeHead(200).end(Buffer.alloc(5_000_000));
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', etag: '"1"' }).end(`<h1>ä ${asked.length}</h1>`);
});

const waiting = [];
const answers = new Map();
let idle;
const runtime = await listen(async (request, response) => {
  if (request.url.endsWith('/invocation/next')) {
    const event = waiting.shift() ?? (await new Promise((resolve) => (idle = resolve)));
    idle = undefined;
    response.writeHead(200, { 'content-type': 'application/json', 'Lambda-Runtime-Aws-Request-Id': event.id, 'Lambda-Runtime-Deadline-Ms': String(Date.now() + 15000) });
    return response.end(JSON.stringify(event.body));
  }
  let text = '';
  for await (const chunk of request) text += chunk;
  const [, id, kind] = request.url.match(/invocation\/([^/]+)\/(response|error)/) ?? [];
  if (id) answers.get(id)?.({ kind, ...JSON.parse(text) });
  else problems.push(`the client said ${request.url}: ${text}`);
  response.writeHead(202).end('{}');
});

const child = spawn(process.execPath, [join(client, 'node_modules/aws-lambda-ric/index.mjs'), 'handler.handler'], {
  cwd: folder,
  env: {
    PATH: process.env.PATH,
    AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${runtime.address().port}`,
    LAMBDA_TASK_ROOT: folder,
    _HANDLER: 'handler.handler',
    AWS_LAMBDA_FUNCTION_NAME: 'endpoint',
    AWS_LAMBDA_FUNCTION_VERSION: '1',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
    AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/endpoint',
    AWS_LAMBDA_LOG_STREAM_NAME: '1',
    ORIGIN: `http://127.0.0.1:${origin.address().port}`,
    PATHS: '/careers/[^/]+ /careers/[^/]+/jobs/[^/]+',
    CACHE_SECONDS: '30',
    TIMEOUT_MS: '300',
  },
});
let said = '';
child.stdout.on('data', (data) => (said += data));
child.stderr.on('data', (data) => (said += data));

child.on('exit', (code, signal) => {
  if (signal) return;
  console.log(`the client ended with ${code}: ${said}`);
  process.exit(1);
});

const first = await get('/careers/acme');
check('the first visitor', first, 200, 'miss');
if (Buffer.from(first.body ?? '', 'base64').toString() !== '<h1>ä 1</h1>' || first.headers?.etag !== '"1"') problems.push(`the page is ${JSON.stringify(first)}`);
check('the second visitor', await get('/careers/acme'), 200, 'hit');
check('another query', await get('/careers/acme', { query: 'q=java' }), 200, 'miss');
check('another language', await get('/careers/acme', { headers: { 'Accept-Language': 'de' } }), 200, 'miss');
check('somebody signed in', await get('/careers/acme', { cookies: ['crewyard_session=x'] }), 200, 'bypass');
check('a login', await get('/careers/acme', { headers: { authorization: 'Bearer x' } }), 200, 'bypass');
check('no body for HEAD', await get('/careers/acme', { method: 'HEAD' }), 200, 'hit');
check('a page that is not ours', await get('/api/v1/jobs'), 404);
check('a path that only begins alike', await get('/careers/acme/status/secret'), 404);
check('a change', await get('/careers/acme', { method: 'POST' }), 405);
check('too slow', await get('/careers/slow'), 504);
check('broken', await get('/careers/broken'), 504);
check('too large', await get('/careers/large'), 307);
if (asked.filter((path) => path === '/careers/acme').length !== 4) problems.push(`the application was asked ${asked}`);
child.kill('SIGKILL');
console.log(problems.join('\n'));
process.exit(problems.length ? 1 : 0);

async function get(path, { method = 'GET', query = '', headers = {}, cookies } = {}) {
  const id = `r${answers.size + 1}`;
  const body = { version: '2.0', rawPath: path, rawQueryString: query, headers, cookies, requestContext: { http: { method, path } } };
  const answer = new Promise((resolve) => answers.set(id, resolve));
  if (idle) idle({ id, body });
  else waiting.push({ id, body });
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error(`no answer to ${path}; the client said: ${said}`)), 30000).unref());
  return Promise.race([answer, late]);
}

function check(what, answer, status, how) {
  if (answer.kind !== 'response' || answer.statusCode !== status) problems.push(`${what}: ${JSON.stringify(answer).slice(0, 300)}, not ${status}`);
  if (how && answer.headers?.['x-edge-cache'] !== how) problems.push(`${what}: ${answer.headers?.['x-edge-cache']}, not ${how}`);
}

function listen(handler) {
  return new Promise((resolve) => {
    const server = createServer(handler).listen(0, '127.0.0.1', () => resolve(server));
  });
}
