// workflows.mjs FOLDER…: each workflow through actionlint, each script in it through shellcheck where that is installed.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'yaml';

const { createLinter } = createRequire(import.meta.url)('actionlint');
// The newest actionlint in the registry is from before these.
const YOUNGER = /^(label "ubuntu-24\.04" is unknown|undefined variable "vars")/;
const problems = [];
const seen = new Set();

for (const folder of process.argv.slice(2).map((root) => join(root, '.github/workflows'))) {
  // One that has read many files stumbles.
  const lint = await createLinter();
  for (const file of readdirSync(folder).sort()) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const problem of lint(text, `.github/workflows/${file}`)) {
      if (!YOUNGER.test(problem.message)) problems.push(`${folder}: ${file}:${problem.line}:${problem.column}: ${problem.message}`);
    }
    for (const [name, job] of Object.entries(parse(text).jobs)) {
      for (const step of job.steps) if (step.run) shell(`${folder}: ${file}: ${name}: ${step.name ?? step.run}`, step.run);
    }
  }
}
console.log(problems.join('\n'));
process.exit(problems.length ? 1 : 0);

function shell(where, script) {
  if (seen.has(script)) return;
  seen.add(script);
  if (script.includes('${{')) problems.push(`${where}: an expression inside a script; give it as a variable`);
  const input = `#!/bin/bash\nset -e\n${script}`;
  const syntax = spawnSync('bash', ['-n'], { input, encoding: 'utf8' });
  if (syntax.status !== 0) problems.push(`${where}: ${syntax.stderr}`);
  const check = spawnSync('shellcheck', ['--shell=bash', '--severity=warning', '--format=gcc', '-'], { input, encoding: 'utf8' });
  if (!check.error && check.status !== 0) problems.push(`${where}: ${check.stdout}`);
}
