import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { App } from '#electron/app/start'
import { newRecordId, stamp } from '#electron/kernel/world'
import { type BatchFacts, type StagedBatch, writeBatch } from '#electron/sync/batch-writer'
import { writeBundle } from '#electron/sync/bundle-writer'
import { canonical } from '#shared/kernel/canonical'
import { NO_HASH } from '#shared/kernel/ids'
import type { RevisionLine } from '#shared/kernel/line'
import { samplingSheetKind } from '#shared/spot-check/sampling-sheet'
import { aFolder, must, synthetic } from './profiles.ts'

const BATCH = 1000
/** One record in ten has a second revision. */
const CORRECTED = 10

type Doc = RevisionLine['doc'] & { readonly head: object; readonly product: object; readonly inspectedParty: object }

/** A sheet of about 2 KB: a synthetic one without the strokes of its signatures. */
export async function aSheetDoc(app: App): Promise<Doc> {
  await synthetic(app, 0, 1)
  const page = must(await app.call('record.list', { kind: 'samplingSheet', limit: 1 }))
  const detail = must(await app.call('record.get', { id: page.items[0]?.id ?? '' }))
  return { ...detail?.doc, signatures: [] } as unknown as Doc
}

const NAMES = ['细木工板', '塑料购物袋', '家用燃气灶', '儿童玩具', '电热水壶', '消防水带', '危险化学品包装', '水泥', '复混肥料', '头盔']
const PLACES = ['渝州', '嘉禾', '山城', '两江', '合力', '川东', '新源', '长江', '金佛', '巴渝']

function varied(doc: Doc, index: number): Doc {
  const pick = (list: readonly string[], step: number): string => list[Math.floor(index / step) % list.length] ?? ''
  const name = `合成·${pick(PLACES, 1)}${pick(PLACES, 10)}${pick(PLACES, 100)}有限公司${String(index)}号`
  return {
    ...doc,
    head: { ...doc.head, no: `CQ-500231-20260420-h4yw-${String(index).padStart(6, '0')}` },
    product: { ...doc.product, name: pick(NAMES, 1), model: `${String(index)} mm` },
    inspectedParty: { ...doc.inspectedParty, name },
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Sealed lines of a device: every record once, one in ten corrected afterwards. */
function* someLines({ world }: App, doc: Doc, from: number, count: number): Generator<string, void, undefined> {
  const fresh = { kind: samplingSheetKind.name, sch: samplingSheetKind.version, att: [] }
  for (let index = from; index < from + count; index++) {
    const rid = newRecordId()
    const first = canonical({ t: 'rev', ...stamp(world), ...fresh, rid, par: [], op: 'submit', w: [], doc: varied(doc, index) })
    yield first
    if (index % CORRECTED !== 0) continue
    const changed = varied(doc, index)
    const parent = sha256(first)
    yield canonical({
      t: 'rev',
      ...stamp(world),
      ...fresh,
      rid,
      par: [parent],
      op: 'correct',
      corrects: parent,
      why: '批号',
      w: ['/product/lotNo'],
      doc: { ...changed, product: { ...changed.product, lotNo: `B-${String(index)}` } },
    })
  }
}

const EPOCH = randomBytes(8).toString('hex')

interface Way {
  readonly from: App
  readonly to: App
  readonly staging: string
}

/** Seals what the product's own writer is given, in the stream of this device, after the batch before. */
async function seal({ from, to, staging }: Way, before: StagedBatch | null, lines: readonly string[]): Promise<StagedBatch> {
  const { world } = from
  const { v: _v, ...common } = stamp(world)
  const facts: BatchFacts = {
    space: '',
    device: world.self.device,
    epoch: EPOCH,
    seq: (before?.head.seq ?? 0) + 1,
    prev: before?.headHash ?? NO_HASH,
    created: common.at,
    app: { ver: '0.1.0', build: 'bench', os: 'linux' },
    trust: { ver: 0, hash: NO_HASH },
    seen: [],
    journal: { from: 1, to: 1, chain: NO_HASH },
  }
  const addressee = ({ world: { self, recipient } }: App) => ({ id: self.device, box: recipient })
  const random = () => randomBytes(16).toString('base64url')
  return must(
    await writeBatch({
      facts,
      lines,
      attachments: [],
      to: [addressee(from), addressee(to)],
      signer: world.key,
      stamp: () => ({ ...common, n: random() }),
      staging,
    }),
  )
}

interface SealedBundle {
  readonly file: string
  /** The same lines, for whoever writes them without any of it. */
  readonly lines: readonly string[]
  readonly bytes: number
}

/** Makes bundles one after the other, as an inspector who seals every thousand lines does. */
export function bundler(from: App, to: App, doc: Doc): (records: number) => Promise<SealedBundle> {
  const folder = aFolder()
  let [last, made, next]: [StagedBatch | null, number, number] = [null, 0, 0]
  return async (records) => {
    const lines = [...someLines(from, doc, next, records)]
    const batches: StagedBatch[] = []
    for (let at = 0; at < lines.length; at += BATCH) {
      last = await seal({ from, to, staging: folder }, last, lines.slice(at, at + BATCH))
      batches.push(last)
    }
    next += records
    made += 1
    const file = join(folder, `${String(made)}.ibz`)
    const { bytes } = must(await writeBundle({ file, staging: folder, batches: batches.map(({ head }) => head) }))
    return { file, lines, bytes }
  }
}
