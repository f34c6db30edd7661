import { expect, test } from 'vitest'
import { runMatrix } from './table.ts'

/** `npm run crash` kills at every step; here each operation dies this often, at steps spread by the seed. */
const KILLS = 10

test('killed at any call that writes, an operation is whole when it is repeated, and every invariant holds', async () => {
  const seed = Math.floor(Math.random() * 1000)
  const said: string[] = [`seed ${String(seed)}`]
  const broken = await runMatrix({ sample: KILLS, seed, say: (text) => said.push(text) })
  process.stdout.write(`${said.join('\n')}\n`)
  expect({ seed, broken }).toEqual({ seed, broken: [] })
}, 600_000)
