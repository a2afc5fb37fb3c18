import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const entry = (name: string): string => `${import.meta.dirname}/entries/${name}.html`;

/** All browser screens but the kiosk: one app, an entry each, served at /wall, /counter, /officer, /manage. */
export default defineConfig({
  root: import.meta.dirname + '/entries',
  base: '/screens/',
  plugins: [react()],
  build: {
    outDir: import.meta.dirname + '/../dist/screens',
    emptyOutDir: true,
    target: 'chrome109',
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        wall: entry('wall'),
        counter: entry('counter'),
        officer: entry('officer'),
        manage: entry('manage'),
        track: entry('track'),
        danBiet: entry('danBiet'),
      },
    },
  },
});
