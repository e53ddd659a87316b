// Writes provider-schemas.json anew: for each kind of resource named in it, the arguments and attributes that the
// provider has. They are read from the type declarations in the npm packages of the providers:
//   npm install --no-save @cdktf/provider-aws@21.22.1 @cdktf/provider-google@16.12.1 \
//     @cdktf/provider-azurerm@14.23.1 @cdktf/provider-random@12.0.1 @cdktf/provider-archive@11
//   node provider-schemas.mjs NODE_MODULES [TYPE…]     (a type more: aws_sqs_queue, data.aws_route53_zone)
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const out = new URL('provider-schemas.json', import.meta.url);
const known = existsSync(out) ? JSON.parse(readFileSync(out, 'utf8')) : {};
const [modules, ...more] = process.argv.slice(2);
const schemas = {};

for (const type of [...new Set([...Object.keys(known), ...more])].sort()) {
  const data = type.startsWith('data.');
  const [provider, ...words] = type.replace('data.', '').split('_');
  const folder = data ? ['data', provider, ...words].join('-') : words.join('-');
  const library = join(modules, '@cdktf', `provider-${provider}`, 'lib');
  const place = [folder, `${folder}-resource`].map((name) => join(library, name)).find(existsSync);
  if (!place) throw new Error(`${type}: no ${folder} in ${library}`);
  schemas[type] = schema(readFileSync(join(place, 'index.d.ts'), 'utf8'), readFileSync(join(place, 'index.js'), 'utf8'));
}
writeFileSync(out, '{\n' + Object.entries(schemas).map(([type, schema]) => `${JSON.stringify(type)}: ${JSON.stringify(schema)}`).join(',\n') + '\n}\n');

function schema(declarations, code) {
  const interfaces = {};
  for (const [, name, body] of declarations.matchAll(/export interface (\w+)(?: extends [\w.]+)? \{\n([\s\S]*?)\n\}/g)) {
    interfaces[name] = [
      ...(body + '\n').matchAll(/\/(?:[\w.-]+)#(\w+) [\w]+#\w+\}(?:(?!readonly)[\s\S])*readonly \w+(\??): ([^;]*);/g),
    ].map(([, attribute, optional, kind]) => [attribute, optional === '', kind]);
  }
  const top = declarations.match(/export interface (\w+) extends cdktf.TerraformMetaArguments/)[1];
  const tree = (name) => {
    const needs = {};
    const may = {};
    for (const [attribute, required, kind] of new Map((interfaces[name] ?? []).map((entry) => [entry[0], entry])).values()) {
      const inner = kind.match(/^(\w+)(\[\])?/)?.[1];
      (required ? needs : may)[attribute] = interfaces[inner] ? tree(inner) : 0;
    }
    return { needs, may };
  };
  const attributes = [...code.slice(code.indexOf('extends cdktf.Terraform')).matchAll(/\/\/ (\w+) - computed: true/g)].map(([, name]) => name);
  return { ...tree(top), gives: [...new Set(attributes)].sort() };
}
