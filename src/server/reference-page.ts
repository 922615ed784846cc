/** The readable reference of the HTTP API at /api, made from the OpenAPI document itself. */
import { PROBLEMS } from '../platform/errors/problem.ts';

interface OpenApiOperation {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: unknown }[];
  requestBody?: { content?: Record<string, { schema?: unknown }> };
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: unknown }> }>;
  'x-policy'?: string;
}

export interface OpenApiDocument {
  info: { title: string; version: string; description?: string };
  paths?: Record<string, Record<string, OpenApiOperation>>;
  components?: { schemas?: Record<string, unknown> };
}

const escape = (words: string): string => words.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** A schema in one line: `{ id: string, dates: Date[] }`; named schemas are links. */
function printSchema(schema: unknown, depth = 0): string {
  if (typeof schema !== 'object' || schema === null) return 'anything';
  const node = schema as Record<string, unknown>;
  if (typeof node['$ref'] === 'string') {
    const name = node['$ref'].split('/').at(-1) ?? '';
    return `<a href="#schema-${escape(name)}">${escape(name)}</a>`;
  }
  if (Array.isArray(node['enum'])) return node['enum'].map((value) => `“${escape(String(value))}”`).join(' | ');
  if (typeof node['const'] === 'string') return `“${escape(node['const'])}”`;
  for (const key of ['anyOf', 'oneOf', 'allOf']) {
    const parts = node[key];
    if (Array.isArray(parts))
      return parts.map((part) => printSchema(part, depth)).join(key === 'allOf' ? ' &amp; ' : ' | ');
  }
  if (node['type'] === 'array') return `${printSchema(node['items'], depth)}[]`;
  if (node['type'] === 'object' && typeof node['properties'] === 'object' && node['properties'] !== null) {
    if (depth > 2) return '{…}';
    const required = new Set(Array.isArray(node['required']) ? node['required'] : []);
    const fields = Object.entries(node['properties']).map(
      ([name, value]) =>
        `<dt><code>${escape(name)}${required.has(name) ? '' : '?'}</code></dt><dd>${printSchema(value, depth + 1)}</dd>`,
    );
    return `<dl>${fields.join('')}</dl>`;
  }
  const type = Array.isArray(node['type'])
    ? node['type'].join(' | ')
    : typeof node['type'] === 'string'
      ? node['type']
      : 'anything';
  return escape(typeof node['format'] === 'string' ? `${type} (${node['format']})` : type);
}

function printOperation(path: string, method: string, operation: OpenApiOperation): string {
  const parameters = (operation.parameters ?? []).map(
    (parameter) =>
      `<tr><td><code>${escape(parameter.name)}</code></td><td>${escape(parameter.in)}${parameter.required ? ', required' : ''}</td><td>${printSchema(parameter.schema)}</td><td>${escape(parameter.description ?? '')}</td></tr>`,
  );
  const body = Object.entries(operation.requestBody?.content ?? {})
    .map(([type, { schema }]) => `<h4>Sends <code>${escape(type)}</code></h4>${printSchema(schema)}`)
    .join('');
  const answers = Object.entries(operation.responses ?? {})
    .map(([status, answer]) => {
      const content = Object.values(answer.content ?? {})[0];
      return `<h4>Answers ${escape(status)}</h4>${content === undefined ? 'nothing' : printSchema(content.schema)}`;
    })
    .join('');
  return `<section id="${escape(operation.operationId ?? '')}"><h3><span class="method">${method.toUpperCase()}</span> <code>${escape(path)}</code></h3>
    <p>${escape(operation.summary ?? '')}</p>${operation.description ? `<p>${escape(operation.description)}</p>` : ''}
    ${parameters.length ? `<table><thead><tr><th>Parameter</th><th>In</th><th>Is</th><th>Means</th></tr></thead><tbody>${parameters.join('')}</tbody></table>` : ''}
    <details><summary>What goes in and out</summary>${body}${answers}</details></section>`;
}

/** The registry of problems: the `type` of each answer leads here. */
const printProblems = (): string =>
  Object.entries(PROBLEMS)
    .map(
      ([code, { status, title }]) =>
        `<dt id="problem-${escape(code)}"><code>${escape(code)}</code></dt><dd>${String(status)}: ${escape(title)}</dd>`,
    )
    .join('');

const STYLE = `
:root { color-scheme: light dark; --ink: #1d2733; --paper: #fff; --line: #d5dae1; --accent: #1f4b8f; --soft: #5a6675 }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e8ee; --paper: #14181d; --line: #333b45; --accent: #9dbcf2; --soft: #a2adba } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto; max-width: 62rem; padding: 2rem 1rem }
a { color: var(--accent) } h1 { font-size: 1.6rem } h2 { border-top: 1px solid var(--line); padding-top: 1.5rem; margin-top: 2.5rem; text-transform: capitalize }
h3 { font-size: 1rem; margin: 2rem 0 .3rem; overflow-wrap: anywhere } h4 { margin: .8rem 0 .2rem; font-size: .85rem; color: var(--soft) }
.method { color: var(--accent); font-weight: 700 } table { border-collapse: collapse; width: 100%; font-size: .85rem; display: block; overflow-x: auto }
th, td { text-align: left; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; margin: .2rem 0 .2rem .8rem; font-size: .85rem } dd { margin: 0; overflow-wrap: anywhere }
summary { cursor: pointer; color: var(--soft) } nav ul { columns: 3 14rem; padding-left: 1.2rem }`;

/** The whole page. `styleNonce` goes with the page's content security policy. */
export function referencePage(document: OpenApiDocument, styleNonce: string): string {
  const byTag = new Map<string, string[]>();
  for (const [path, methods] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags?.[0] ?? 'other';
      byTag.set(tag, [...(byTag.get(tag) ?? []), printOperation(path, method, operation)]);
    }
  }
  const schemas = Object.entries(document.components?.schemas ?? {})
    .map(
      ([name, schema]) =>
        `<section id="schema-${escape(name)}"><h3>${escape(name)}</h3>${printSchema(schema)}</section>`,
    )
    .join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pandect HTTP API</title><style nonce="${styleNonce}">${STYLE}</style></head><body><main>
<h1>${escape(document.info.title)} ${escape(document.info.version)}</h1><p>${escape(document.info.description ?? '')}</p>
<p>The same as a machine reads it: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1).</p>
<nav aria-label="Parts of the API"><ul>${[...byTag.keys()].map((tag) => `<li><a href="#tag-${escape(tag)}">${escape(tag)}</a></li>`).join('')}<li><a href="#schemas">shapes</a></li><li><a href="#problems">problems</a></li></ul></nav>
${[...byTag].map(([tag, operations]) => `<h2 id="tag-${escape(tag)}">${escape(tag.replaceAll('-', ' '))}</h2>${operations.join('')}`).join('')}
<h2 id="schemas">Shapes</h2>${schemas}
<h2 id="problems">Problems</h2><p>Every refusal and failure is <code>application/problem+json</code> with one of these codes.</p><dl>${printProblems()}</dl></main></body></html>`;
}
