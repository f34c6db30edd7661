import { createPublicKey } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getTrustDocument } from '#db/profile/trust'
import { decryptChunks, encryptBytes } from '#electron/kernel/age'
import { deviceKeyOf, newBoxKey, newDeviceSeed } from '#electron/kernel/device-key'
import { signerOf, signSsh, sshKeyBlob } from '#electron/kernel/sshsig'
import { BATCH_NAMESPACE, BatchHead } from '#shared/kernel/batch-head'
import { canonical, parseCanonical } from '#shared/kernel/canonical'
import { checkLine } from '#shared/kernel/check-line'
import { TRUST_NAMESPACE, TrustList, TrustRoot } from '#shared/profile/trust-list'
import { aPair } from '../exchange/acquainted.ts'
import { aFolder } from '../sync/a-bundle.ts'
import { has, run } from '../sync/tools.ts'
import { aHead, aLineOf, DEVICE } from './arbitrary.ts'

// P14 of the design's properties. Single examples with stock tools are in test/sync/{sshsig,age}.test.ts.

test('every head is read back as it was written, and written again to the same bytes', () => {
  fc.assert(
    fc.property(aHead, (head) => {
      const bytes = canonical(head)
      expect(canonical(BatchHead.parse(parseCanonical(bytes)))).toBe(bytes)
    }),
  )
})

test('every line is read back as it was written, and written again to the same bytes', () => {
  fc.assert(
    fc.property(aLineOf, (line) => {
      const bytes = canonical(line)
      const checked = checkLine(bytes, DEVICE)
      expect(checked.ok ? canonical(checked.value) : checked.problems).toBe(bytes)
    }),
  )
})

test('every trust document of a supervisor is read back as it was written, and is signed for this purpose only', async () => {
  const { supervisor } = await aPair()
  for (const [kind, schema] of [
    ['root', TrustRoot],
    ['list', TrustList],
  ] as const) {
    const { bytes, signatures } = getTrustDocument(supervisor.world.db, kind) ?? { bytes: '', signatures: [] }
    expect(`${canonical(schema.parse(parseCanonical(bytes.slice(0, -1))))}\n`).toBe(bytes)
    const { publicKey } = supervisor.world.key
    expect(signatures.map((signature) => signerOf(signature, TRUST_NAMESPACE, Buffer.from(bytes)))).toEqual([publicKey])
    expect(signatures.map((signature) => signerOf(signature, BATCH_NAMESPACE, Buffer.from(bytes)))).toEqual([null])
  }
})

const message = fc.uint8Array({ maxLength: 300 })
const namespace = fc.constantFrom('inspect-batch@v1', 'inspect-trust@v1', 'inspect-enroll@v1')

describe.runIf(has('ssh-keygen', '-?'))('ssh-keygen', () => {
  test('verifies what we sign, whatever the message and the purpose', { timeout: 60_000 }, async () => {
    const folder = aFolder()
    const [signers, file] = [join(folder, 'signers'), join(folder, 'sig')]
    await fc.assert(
      fc.asyncProperty(message, namespace, async (bytes, purpose) => {
        const key = deviceKeyOf(newDeviceSeed())
        writeFileSync(signers, `${key.device} ${key.publicKey}\n`)
        writeFileSync(file, await signSsh(key, purpose, bytes))
        const said = run('ssh-keygen', ['-Y', 'verify', '-f', signers, '-I', key.device, '-n', purpose, '-s', file], Buffer.from(bytes))
        expect(said.toString()).toContain(`Good "${purpose}" signature`)
      }),
      { numRuns: 15 },
    )
  })

  test('signs what we verify, whatever the message and the purpose', { timeout: 60_000 }, () => {
    const folder = aFolder()
    const key = join(folder, 'id')
    run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', key])
    const publicKey = run('ssh-keygen', ['-y', '-f', key]).toString().trim()
    fc.assert(
      fc.property(message, namespace, (bytes, purpose) => {
        const signature = run('ssh-keygen', ['-Y', 'sign', '-q', '-f', key, '-n', purpose], Buffer.from(bytes)).toString()
        expect(signerOf(signature, purpose, bytes)).toBe(publicKey)
      }),
      { numRuns: 15 },
    )
  })
})

test.runIf(has('openssl', 'version'))('openssl verifies the raw Ed25519 signature taken out of ours', async () => {
  const key = deviceKeyOf(newDeviceSeed())
  const folder = aFolder()
  const bytes = Buffer.from('{"seq":1}\n')
  const blob = Buffer.from((await signSsh(key, 'inspect-batch@v1', bytes)).split('\n').slice(1, -2).join(''), 'base64')
  const raw = sshKeyBlob(key.publicKey).subarray(-32)
  const pem = createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]), format: 'der', type: 'spki' })
  const files = { key: join(folder, 'key.pem'), sig: join(folder, 'raw.sig'), message: join(folder, 'message') }
  writeFileSync(files.key, pem.export({ format: 'pem', type: 'spki' }))
  writeFileSync(files.sig, blob.subarray(-64))
  // PROTOCOL.sshsig: magic, namespace, reserved, hash name, hash of the message, each with its length.
  const field = (text: Buffer): Buffer => Buffer.concat([Buffer.from([0, 0, text.length >> 8, text.length & 255]), text])
  const hash = Buffer.from(run('sha512sum', [], bytes).toString().slice(0, 128), 'hex')
  const fields = [Buffer.from('inspect-batch@v1'), Buffer.alloc(0), Buffer.from('sha512'), hash].map(field)
  writeFileSync(files.message, Buffer.concat([Buffer.from('SSHSIG'), ...fields]))
  const said = run('openssl', ['pkeyutl', '-verify', '-pubin', '-inkey', files.key, '-rawin', '-in', files.message, '-sigfile', files.sig])
  expect(said.toString()).toContain('Signature Verified Successfully')
})

describe.runIf(has('age', '--version'))('age', () => {
  test('opens for each of several recipients what we encrypt, and we open for each what it encrypts, at every size around a chunk', async () => {
    const folder = aFolder()
    const boxes = await Promise.all([newBoxKey(), newBoxKey(), newBoxKey()])
    const [identity, file] = [join(folder, 'id'), join(folder, 'file')]
    for (const size of [0, 1, 65_535, 65_536, 65_537, 131_072]) {
      const plain = Buffer.alloc(size, '巡')
      writeFileSync(
        file,
        await encryptBytes(
          boxes.map(({ recipient }) => recipient),
          plain,
        ),
      )
      const theirs = run(
        'age',
        boxes.flatMap(({ recipient }) => ['-r', recipient]),
        plain,
      )
      for (const box of boxes) {
        writeFileSync(identity, `${box.identity}\n`)
        expect(run('age', ['-d', '-i', identity, file]).equals(plain)).toBe(true)
        const parts: Uint8Array[] = []
        for await (const part of decryptChunks(box.identity, [theirs])) parts.push(part)
        expect(Buffer.concat(parts).equals(plain)).toBe(true)
      }
    }
  })
})
