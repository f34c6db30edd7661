import type { WriteDb } from '../kernel/database.ts'
import { blob } from '../kernel/lines.ts'

/** That the bytes with this sha256 are on this disk. */
export function putAttachment(
  db: WriteDb,
  file: { readonly sha256: string; readonly size: number; readonly mime: string; readonly at: string },
): void {
  db.run(
    'INSERT INTO attachments (sha256, size, mime, added_at) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
    blob(file.sha256),
    file.size,
    file.mime,
    file.at,
  )
}
