import { expect, test } from 'vitest'
import { kinds } from '#shared/app/kinds'
import { parseSealed } from '#shared/kernel/kind'
import { paperRecords } from './paper-records.ts'

test.each(paperRecords.map((record) => [`${record.kind} ${record.rid.slice(-3)}`, record] as const))(
  'the record behind a picture could be sealed today: %s',
  (_name, { kind: name, version, doc }) => {
    const kind = kinds.find((known) => known.name === name)
    if (kind === undefined) throw new Error(`no kind ${name}`)
    const parsed = parseSealed(kind, doc)
    expect(parsed.ok ? [] : parsed.problems).toEqual([])
    expect(version).toBe(kind.version)
  },
)
