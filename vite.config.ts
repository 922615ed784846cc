import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const SERVER = { target: 'http://127.0.0.1:4280', changeOrigin: false };

/** The pages. `npx vite` serves them while they are being written, in front of a server started with `npm start`. */
export default defineConfig({
  root: fileURLToPath(new URL('src/web', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    target: 'es2022',
    // The content security policy allows no data: addresses, so that small files stay files.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  // The pages' own modules live at /api/*.ts while developing (src/web/api); everything else there is the server's.
  // The browser's own host is passed on: the server refuses writes that come from another origin.
  server: { proxy: { '^/api(?!/[^?]*\\.tsx?)': SERVER, '/openapi.json': SERVER } },
});
