// The house rules a machine can check. Inline "eslint-disable" comments are off (see noInlineConfig): a rule that is
// wrong for us is changed here, once, with its reason, and not silenced where it happened to hurt.
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What no source file may do. Each message says what to do instead. */
const everywhere = [
  {
    selector: 'CatchClause > BlockStatement[body.length=0]',
    message:
      'An empty catch hides a fault. Handle it, return a value for it (src/values/result.ts), or let it pass on.',
  },
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Raw HTML is an injection risk. Render React elements from values instead.',
  },
];

/** SQL lives in store rooms only, so that history, policy and both database engines have one place to look at. */
const sqlOnlyInStores = [
  {
    selector:
      'CallExpression[callee.property.name=/^(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|replaceInto|selectNoFrom)$/]',
    message: 'SQL belongs in store.ts (or store/). Add a function there and call it from here.',
  },
  {
    selector: "TaggedTemplateExpression[tag.name='sql'], TaggedTemplateExpression > .tag[property.name='sql']",
    message: 'SQL belongs in store.ts (or store/). Add a function there and call it from here.',
  },
];

const focusedOrSkipped = [
  {
    selector:
      'MemberExpression[object.name=/^(it|test|describe|suite|bench)$/][property.name=/^(only|skip|todo|fails)$/], MemberExpression[object.object.name=/^(it|test|describe|suite)$/][property.name=/^(only|skip|todo)$/]',
    message: 'A focused or skipped test proves nothing. Mend it or remove it. (runIf with a condition is allowed.)',
  },
  {
    selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
    message: 'A focused or skipped test proves nothing. Mend it or remove it.',
  },
];

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'dist.*/', 'coverage/', 'data/', '.pandect/', '**/*.gen.ts'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      // `== null` is the plain way to ask for null or undefined.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // Readers of other people's files look for control characters on purpose.
      'no-control-regex': 'off',
      'no-restricted-syntax': ['error', ...everywhere],
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-undef': 'off', // the type checker knows what exists, and knows it better
      'no-unused-vars': 'off', // its typed twin below understands types
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': true, 'ts-check': false },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      // Numbers print the same everywhere; only objects and undefined print as nonsense.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // () => setOpen(true) is how an event handler is written.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // An event handler may be async: React ignores what it returns.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Slow, and there is nothing for them here: the house has no enums, and values are structural on purpose.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // An empty interface is how each migration's tables are merged into one.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'always' }],
      // Fastify hooks and our own interfaces ask for a promise whether or not there is something to wait for.
      '@typescript-eslint/require-await': 'off',
      // A type parameter used once still documents what a generic helper gives back (a row, a parsed body).
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // TanStack Router says "go elsewhere" by throwing a redirect.
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: ['Redirect', 'NotFoundError'] }] },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: [
      'src/platform/**',
      'src/**/store.ts',
      'src/**/store/**',
      'src/**/store.*.ts',
      'src/**/migrations.ts',
      'src/**/migrations/**',
      'src/**/*.test.{ts,tsx}',
      'src/**/testing/**',
      'src/**/testing.ts',
    ],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...sqlOnlyInStores],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'kysely',
              allowTypeImports: true,
              message: 'SQL belongs in store.ts (or store/). Types may be imported; `sql` and Kysely itself may not.',
            },
            {
              name: 'pg',
              allowTypeImports: true,
              message: 'Only src/platform/database/ talks to the driver. Take a database value as an argument.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/web/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
      'react-hooks/exhaustive-deps': 'error',
      // It warns that TanStack Virtual cannot be memoised by the React compiler, which we do not use.
      'react-hooks/incompatible-library': 'off',
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'test/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...focusedOrSkipped] },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      sourceType: 'module',
      globals: {
        console: 'readonly',
        process: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        module: 'writable',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        performance: 'readonly',
        fetch: 'readonly',
      },
    },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs', globals: { require: 'readonly' } } },
);
