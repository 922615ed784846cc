import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The server that answers the pages' questions while they are being worked on (`npm start`, PORT). */
const server = `http://127.0.0.1:${process.env.PORT ?? '4280'}`;

export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: { outDir: '../../dist/web', emptyOutDir: true },
  // The pages' own modules live at /api/*.ts while developing (src/web/api); everything else there is the server's.
  server: { proxy: { '^/api(?!/[^?]*\\.tsx?)': server, '/openapi.json': server, '/health': server } },
});
