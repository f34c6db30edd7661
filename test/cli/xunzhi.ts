import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { aFolder } from '../app/a-world.ts'
import { aCompleteSheet, type SheetChanges } from '../spot-check/a-sheet.ts'

export const HASH = expect.stringMatching(/^[0-9a-f]{64}$/) as string
export const anyString = expect.any(String) as string
export const anyNumber = expect.any(Number) as number

export interface Said {
  readonly code: number | null
  /** The JSON object on stdout; undefined when stdout is empty. */
  readonly json: never
  readonly words: string
}

/** Runs the built command line as `npm run xunzhi` does, with `--json`; fails when stdout is anything but one JSON object. */
export function xunzhi(args: readonly string[], input = ''): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/xunzhi.mjs', ...args, '--json'], { input, encoding: 'utf8' })
  const lines = stdout.split('\n')
  if (stdout !== '' && (lines.length !== 2 || lines[1] !== '' || !stdout.startsWith('{')))
    throw new Error(`stdout is not one JSON object:\n${stdout}\n${stderr}`)
  return { code: status, json: (stdout === '' ? undefined : JSON.parse(stdout)) as never, words: stderr }
}

/** The problems of a refusal, in short. */
export const refusedWith = ({ json }: Said): string[] =>
  ((json as { problems?: { code: string; path: string }[] } | undefined)?.problems ?? []).map(({ code, path }) => `${code} ${path}`.trim())

/** Answers the JSON of a command that must go well. */
export function done(...args: Parameters<typeof xunzhi>): never {
  const said = xunzhi(...args)
  expect({ code: said.code, words: said.code === 0 ? '' : said.words }).toEqual({ code: 0, words: '' })
  return said.json
}

/** Makes a profile by command; answers its folder. */
export function aProfile(role = 'inspector', name = '李芳'): string {
  const folder = join(aFolder(), 'profile')
  done(['profile', 'create', '--profile', folder, '--name', name, '--role', role, '--region', '500103', '--org', '渝中区市场监管局'])
  return folder
}

export function aFile(content: string | Uint8Array, name = 'doc.json'): string {
  const file = join(aFolder(), name)
  writeFileSync(file, content)
  return file
}

export const sheet = (changes: SheetChanges = {}): string => JSON.stringify(aCompleteSheet(changes))
