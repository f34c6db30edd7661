import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { Language } from '#shared/app/bridge'
import { settingsFile } from './home.ts'

const SettingsFile = z.object({
  language: Language.default('zh'),
  lastProfile: z.string().nullable().default(null),
  opened: z.record(z.string(), z.string()).default({}),
})
export type SettingsFile = z.infer<typeof SettingsFile>

/** Settings of the window, not of anybody's work: a file that cannot be read counts as none. */
export function readSettings(): SettingsFile {
  try {
    return SettingsFile.parse(JSON.parse(readFileSync(settingsFile, 'utf8')))
  } catch {
    return SettingsFile.parse({})
  }
}

export function changeSettings(change: Partial<SettingsFile>): void {
  const settings = { ...readSettings(), ...change }
  mkdirSync(dirname(settingsFile), { recursive: true })
  writeFileSync(`${settingsFile}.tmp`, JSON.stringify(settings, null, 2))
  renameSync(`${settingsFile}.tmp`, settingsFile)
}
