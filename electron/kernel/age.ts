import { Decrypter, Encrypter } from 'age-encryption'
import type { Chunks } from './durable-file.ts'

/** age (age-encryption.org/v1) with X25519: what `age -r` writes and `age -d -i` reads. */

function streamOf(chunks: Chunks): ReadableStream<Uint8Array> {
  const source = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await source.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    },
    async cancel() {
      await source.return?.()
    },
  })
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel().catch(() => undefined) // a broken stream rejects again; whoever reads has been told already
  }
}

const encrypterFor = (recipients: readonly string[]): Encrypter => {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return encrypter
}

export const encryptBytes = (recipients: readonly string[], bytes: Uint8Array): Promise<Uint8Array> =>
  encrypterFor(recipients).encrypt(bytes)

export async function* encryptChunks(recipients: readonly string[], chunks: Chunks): AsyncGenerator<Uint8Array, void, undefined> {
  yield* chunksOf(await encrypterFor(recipients).encrypt(streamOf(chunks)))
}

/** Throws when the identity is not a recipient or a byte is damaged; nothing after the damage is given out. */
export async function* decryptChunks(identity: string, chunks: Chunks): AsyncGenerator<Uint8Array, void, undefined> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  yield* chunksOf(await decrypter.decrypt(streamOf(chunks)))
}

/** How many X25519 recipients an age file names in its header; readable without any key. */
export function countRecipients(file: Uint8Array): number {
  const text = Buffer.from(file).toString('latin1')
  const header = text.slice(0, text.indexOf('\n--- ') + 1)
  return header.split('\n').filter((row) => row.startsWith('-> X25519 ')).length
}
