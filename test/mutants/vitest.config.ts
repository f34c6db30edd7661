import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import base from '../../vitest.config.ts'
import { mutants } from './mutants.ts'

/** Puts one fault into the program as it is loaded; the file on the disk stays as it is. */
function seeded(id: string): Plugin {
  const mutant = mutants.find((one) => one.id === id)
  if (mutant === undefined) throw new Error(`no mutant "${id}"`)
  const file = resolve(mutant.file)
  return {
    name: 'seeded-fault',
    enforce: 'pre',
    transform: (code, loaded) => (resolve(loaded.split('?')[0] ?? '') === file ? code.replace(mutant.find, () => mutant.replace) : null),
  }
}

const id = process.env['XUNZHI_MUTANT'] ?? ''
const { projects: _projects, ...test } = base.test ?? {}
export default defineConfig({
  ...base,
  plugins: id === '' ? [] : [seeded(id)],
  // What one fault made of a file must not be kept for the next.
  test: { ...test, environment: 'node', include: ['test/**/*.test.ts'], fsModuleCache: false },
})
