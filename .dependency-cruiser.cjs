// The floors of the house (docs/architecture.md): imports go down only.
const floor = (name, allowed) => ({
  name: `floor-${name}`,
  comment: `src/${name} may import ${allowed.join(', ') || 'nothing of ours'} only`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: '^src/', pathNot: `^src/(${[name, ...allowed].join('|')})/` },
});

module.exports = {
  forbidden: [
    floor('shared', []),
    floor('pki', ['shared']),
    floor('token', ['pki', 'shared']),
    floor('egais', ['pki', 'shared']),
    floor('machine', ['shared']),
    floor('setup', ['token', 'egais', 'machine', 'pki', 'shared']),
    floor('practice', ['setup', 'token', 'egais', 'machine', 'pki', 'shared']),
    floor('preload', ['shared']),
    floor('renderer', ['shared']),
    {
      name: 'electron-in-main-and-preload-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main|preload)/' },
      to: { path: '(^|/)electron(/|$)', pathNot: 'electron-log' },
    },
    {
      name: 'react-in-renderer-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/renderer/' },
      to: { path: 'node_modules/(react|react-dom|react-aria-components|zustand|lucide-react)/' },
    },
    {
      name: 'no-node-in-the-window',
      severity: 'error',
      from: { path: '^src/(renderer|shared)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'native-token-library-in-the-token-floor-only',
      comment: 'Vendor libraries are loaded where the token process and the stand-in UTM load them, nowhere else',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/token/' },
      to: { path: 'node_modules/pkcs11js/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'foreign-functions-in-one-place',
      comment: "Calls past PKCS#11's own function list are made where their declarations stand, in the token process",
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/token/foreign-library\\.ts$' },
      to: { path: 'node_modules/(koffi|@koromix)/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-test-code-in-the-product', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
