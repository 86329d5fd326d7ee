import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

// Everything but the native parts is bundled, so that the packaged application carries `out/`, `pkcs11js` and `koffi`
// alone. The explicit targets keep the output within what both supported Electron runtimes understand;
// electron-vite would otherwise derive them from the newest one.
const nodeTarget = 'node20.18';

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      externalizeDeps: true,
      rollupOptions: {
        input: {
          index: resolve('src/main/index.ts'),
          cli: resolve('src/main/cli.ts'),
          'token-conformance': resolve('src/main/token-conformance.ts'),
          'token-process': resolve('src/token/process.ts'),
          'practice-token-process': resolve('src/practice/token-process.ts'),
          'mchd-process': resolve('src/main/mchd-process.ts'),
          'mend-helper': resolve('src/main/mend-helper.ts'),
          'practice-mend-helper': resolve('src/practice/mend-helper.ts'),
          'practice-utm': resolve('src/practice/utm/process.ts'),
          'practice-download-site': resolve('src/practice/download-site/process.ts'),
          'practice-account': resolve('src/practice/account/process.ts'),
          'practice-certification': resolve('src/practice/certification-account/process.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    build: { target: 'chrome130', rollupOptions: { input: { index: resolve('src/renderer/index.html') } } },
    plugins: [react()],
  },
});
