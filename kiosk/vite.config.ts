import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The kiosk page, served at /kiosk/ and, in Electron, at app://kiosk. */
export default defineConfig({
  root: import.meta.dirname + '/renderer',
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: import.meta.dirname + '/../dist/kiosk',
    emptyOutDir: true,
    target: 'chrome120',
    // The page's policy allows no data: scripts or workers, and a kiosk loads from the same machine anyway.
    assetsInlineLimit: 0,
  },
});
