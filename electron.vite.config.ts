import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Both the shipped Electron and the fallback (Node 20.18, Chromium 130) must run the output.
const node = 'node20.18'
const chrome = 'chrome130'
const entry = (...names: string[]) => Object.fromEntries(names.map((name) => [name, resolve(`electron/${name}.ts`)]))

export default defineConfig({
  main: {
    build: {
      target: node,
      sourcemap: true,
      externalizeDeps: true, // only `dependencies` (better-sqlite3) stay outside; the rest is bundled
      rolldownOptions: { input: entry('main', 'store', 'intake', 'courier', 'cli') },
    },
  },
  preload: {
    build: {
      target: node,
      sourcemap: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: entry('preload'),
        output: { format: 'cjs', entryFileNames: '[name].cjs' }, // a sandboxed preload cannot be an ES module
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react()],
    build: {
      target: chrome,
      minify: true,
      sourcemap: false,
      outDir: resolve('out/renderer'),
      rolldownOptions: { input: resolve('renderer/index.html') },
      chunkSizeWarningLimit: 4000,
    },
  },
})
