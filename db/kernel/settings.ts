import type { ReadDb, WriteDb } from './database.ts'

export const getSetting = (db: ReadDb, key: string): string | null =>
  db.get<{ value: string }>('SELECT value FROM settings WHERE key = ?', key)?.value ?? null

export function putSetting(db: WriteDb, key: string, value: string): void {
  db.run('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', key, value)
}
