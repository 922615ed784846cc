// Checks that every import goes down the house (the rules are in .dependency-cruiser.cjs), and that the check really
// read the house: with a TypeScript it does not know, dependency-cruiser reads no module at all and reports success.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const root = resolve(fileURLToPath(import.meta.url), '../..');
process.chdir(root);

const isSource = (/** @type {string} */ name) => /\.tsx?$/.test(name) && name.startsWith('src/');
const onDisk = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter(isSource);

const configuration = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'));
const { output } = await cruise(
  ['src'],
  { ...configuration.options, ruleSet: { forbidden: configuration.forbidden }, validate: true },
  configuration.options.enhancedResolveOptions,
  { tsConfig: extractTSConfig(join(root, 'tsconfig.json')) },
);

const read = new Set(output.modules.map((module) => module.source).filter(isSource));
const missed = onDisk.filter((name) => !read.has(name));
const imports = output.modules
  .filter((module) => onDisk.includes(module.source))
  .flatMap((module) => module.dependencies);

const comments = new Map(configuration.forbidden.map((rule) => [rule.name, rule.comment]));
const violations = output.summary.violations;
for (const { rule, from, to, cycle } of violations) {
  const path = cycle ? cycle.map((step) => step.name).join(' → ') : to;
  console.error(`${from} → ${path}\n  ${rule.name}: ${comments.get(rule.name) ?? ''}\n`);
}
if (missed.length > 0) {
  console.error(`The floor check read ${onDisk.length - missed.length} of ${onDisk.length} files. It missed:`);
  for (const name of missed.slice(0, 20)) console.error(`  ${name}`);
}
if (onDisk.length > 20 && imports.length === 0)
  console.error('The floor check found no import at all: it cannot have read them.');

const sound = missed.length === 0 && (onDisk.length <= 20 || imports.length > 0);
console.log(
  `floors: ${read.size} modules read of ${onDisk.length}, ${imports.length} imports, ${violations.length} broken rules`,
);
process.exitCode = sound && violations.length === 0 && onDisk.length > 0 ? 0 : 1;
