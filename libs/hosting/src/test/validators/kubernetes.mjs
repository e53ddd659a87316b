// kubernetes.mjs FILE…: every object against the schema of its kind, then rules of our own. A problem a line.
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';

const MODULES = fileURLToPath(new URL('node_modules', import.meta.url));
const problems = [];
const objects = [];
for (const file of process.argv.slice(2)) {
  for (const document of parseAllDocuments(readFileSync(file, 'utf8'))) {
    document.errors.forEach((error) => problems.push(`${basename(file)}: ${error.message}`));
    const object = document.toJS();
    if (object) objects.push([basename(file), object]);
  }
}
for (const [file, object] of objects) {
  const where = `${file}: ${object.kind} ${object.metadata?.name}`;
  if (object.apiVersion?.startsWith('kustomize.')) continue;
  await schema(where, object);
  const pod = object.spec?.template?.spec ?? object.spec?.jobTemplate?.spec?.template?.spec;
  if (pod) rules(where, object, pod);
  if (object.kind === 'Service') {
    object.spec.ports.forEach((port) => port.protocol || problems.push(`${where}: port ${port.port} names no protocol`));
    if (!objects.some(([, other]) => other.kind === 'Deployment' && matches(object.spec.selector, other.spec.template.metadata.labels))) {
      problems.push(`${where}: selects no pods`);
    }
  }
  if (object.kind === 'Ingress') {
    object.spec.rules.flatMap((rule) => rule.http.paths).forEach((path) => reaches(where, path.backend.service.name, path.backend.service.port.name));
  }
  if (object.kind === 'HTTPRoute') {
    object.spec.rules.flatMap((rule) => rule.backendRefs).forEach((ref) => reaches(where, ref.name, ref.port));
  }
  if (object.kind === 'HorizontalPodAutoscaler' && !named('Deployment', object.spec.scaleTargetRef.name)) {
    problems.push(`${where}: there is no Deployment ${object.spec.scaleTargetRef.name}`);
  }
}
console.log(problems.join('\n'));
process.exitCode = problems.length ? 1 : 0;

async function schema(where, object) {
  const kind = `${object.apiVersion.startsWith('gateway.') ? '@kubernetes-models/gateway-api' : 'kubernetes-models'}/${object.apiVersion}/${object.kind}`;
  try {
    const { [object.kind]: Kind } = await import(kind);
    new Kind(object).validate();
    unknown(where, join(MODULES, `${kind}.d.ts`), object);
  } catch (error) {
    problems.push(`${where}: ${error.message}`);
  }
}

/** The schemas let anything more pass, which Kubernetes does not: the declarations beside them say what there is. */
function unknown(where, declarations, value) {
  const text = readFileSync(declarations, 'utf8');
  const imports = new Map([...text.matchAll(/import \{ (\w+) \} from "([^"]+)"/g)].map(([, name, from]) => [name, from]));
  const body = text.match(/export interface \w+ (?:extends TypeMeta )?\{\n([\s\S]*?)\n\}/)?.[1] ?? '';
  const members = new Map([...body.matchAll(/^ {4}"([^"]+)"\??: (.*)$/gm)].map(([, name, type]) => [name, type]));
  if (!members.size) return;
  for (const [name, inner] of Object.entries(value)) {
    if (!members.has(name)) problems.push(`${where}: there is no "${name}"`);
    const type = members.get(name)?.match(/^(?:Array<)?(I\w+)>?;/)?.[1];
    const from = imports.get(type);
    if (!from) continue;
    const next = join(from.startsWith('.') ? dirname(declarations) : MODULES, from);
    for (const one of [inner].flat()) {
      if (one && typeof one === 'object') unknown(`${where}.${name}`, `${next.replace(/\.js$/, '')}.d.ts`, one);
    }
  }
}

function rules(where, object, pod) {
  for (const container of pod.containers) {
    const say = (what) => problems.push(`${where}: container ${container.name} ${what}`);
    for (const part of ['requests', 'limits']) {
      for (const kind of ['cpu', 'memory']) if (!container.resources?.[part]?.[kind]) say(`has no ${part}.${kind}`);
    }
    if (!/[:@][^/]+$/.test(container.image) || container.image.endsWith(':latest')) say(`has no tag, or latest: ${container.image}`);
    for (const port of container.ports ?? []) if (!port.protocol) say(`names no protocol for port ${port.containerPort}`);
    if (object.kind === 'Deployment' && container.ports) {
      for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) if (!container[probe]) say(`has no ${probe}`);
    }
    if (container.securityContext?.allowPrivilegeEscalation !== false || !pod.securityContext?.runAsNonRoot) say('may become root');
    for (const variable of container.env ?? []) {
      if (typeof variable.value !== 'string' && !variable.valueFrom) say(`gives ${variable.name} no value`);
    }
  }
  if (!named('ServiceAccount', pod.serviceAccountName)) problems.push(`${where}: there is no ServiceAccount ${pod.serviceAccountName}`);
}

function reaches(where, name, port) {
  const service = named('Service', name);
  if (!service?.spec.ports.some((one) => one.name === port || one.port === port)) problems.push(`${where}: there is no port ${port} of a Service ${name}`);
}

function named(kind, name) {
  return objects.map(([, object]) => object).find((object) => object.kind === kind && object.metadata.name === name);
}

function matches(selector, labels) {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}
