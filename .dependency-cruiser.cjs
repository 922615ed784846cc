// The floors of the house. Each folder under src/ is one capability and imports only from floors below its own, so that
// any floor can be read, tested and replaced without knowing what stands on it. See docs/architecture.md.

/** Capabilities by floor, lowest first. A new folder under src/ must be given its floor here. */
const floors = [
  ['values', 'legaltext'],
  ['platform', 'formats'],
  ['codes'],
  ['changes', 'drafting', 'plan', 'meetings'],
  ['papers', 'intake', 'traceability', 'sample'],
  ['server'],
];

/** Neighbours on one floor that may be used all the same: a draft of legal text belongs to a modification. */
const doors = { drafting: ['changes'] };

const floorRules = floors.flatMap((capabilities, floor) =>
  capabilities.map((capability) => {
    // Floor 0 is two ways of speaking of pure values: legal text may use the small shared ones.
    const below = floors.slice(0, floor).flat();
    const allowed = [
      capability,
      ...below,
      ...(doors[capability] ?? []),
      ...(capability === 'legaltext' ? ['values'] : []),
    ];
    return {
      name: `floors-${capability}`,
      comment:
        `src/${capability}/ may import only from: ${allowed.slice(1).join(', ') || 'packages'}. Do this instead: move what both ` +
        'need to a lower floor; or link by (kind, id) and let whoever shows it resolve it; or let server/ (which sees ' +
        'everything) pass the function in.',
      severity: 'error',
      from: { path: `^src/${capability}/` },
      to: { path: '^src/', pathNot: `^src/(${allowed.join('|')})/` },
    };
  }),
);

/** Code that only tests run: test files, and the helpers and sample inputs they share. */
const forTests = '(\\.test\\.tsx?$|/testing/|/testing\\.tsx?$|/fixtures/|/fixtures\\.ts$)';

module.exports = {
  forbidden: [
    ...floorRules,
    {
      name: 'floors-web',
      comment:
        'src/web/ talks to the server only over HTTP: it may import from src/web/ and src/values/, no other folder. Do this ' +
        'instead: add what the page needs to a route and read it through the API client in src/web/api.',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/', pathNot: '^src/(web|values)/' },
    },
    {
      name: 'floors-cli',
      comment:
        'src/cli/ is a door to the same commands as the web, and to what works on files alone: it may import from src/cli/, ' +
        'src/server/, src/formats/, src/legaltext/ and src/values/, no other folder. Do this instead: call the server over ' +
        'HTTP, or the in-process server that src/server/ opens.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/', pathNot: '^src/(cli|server|formats|legaltext|values)/' },
    },
    {
      name: 'floors-known',
      comment:
        'This folder has no floor yet. Do this instead: give it one in .dependency-cruiser.cjs and docs/architecture.md.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(${[...floors.flat(), 'web', 'cli'].join('|')})/` },
      to: {},
    },
    {
      name: 'no-circular',
      comment:
        'Files that import each other are one file in two places. Do this instead: move what both need to a third file.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-tests-in-code',
      comment:
        'Code must run without its tests. Do this instead: move the helper to a testing/ folder or to test/support/.',
      severity: 'error',
      from: { path: '^src/', pathNot: forTests },
      to: { path: `(^test/|^bench/|${forTests})` },
    },
    {
      name: 'no-unresolvable',
      comment:
        'This import leads nowhere. Do this instead: write the path with its .ts or .tsx extension, or ask for the package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-package',
      comment: 'This package is not in package.json: it is only there because another one brought it. Declare it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-package',
      comment:
        'The server and the command line run where only "dependencies" are installed. Move the package there in package.json.',
      severity: 'error',
      from: { path: '^src/', pathNot: `(^src/web/|${forTests})` },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
