import { vi } from 'vitest'
import { runCli } from '#electron/app/run-cli'

interface Said {
  readonly code: number
  /** The one object on stdout; null when nothing was written there. */
  readonly json: unknown
  readonly words: string
}

/** Runs `xunzhi …` in this process, as the built program does, and answers what it wrote. */
export async function askCli(...args: readonly string[]): Promise<Said> {
  const written = { out: '', err: '' }
  const keep = (stream: 'out' | 'err') => (chunk: string | Uint8Array) => {
    written[stream] += String(chunk)
    return true
  }
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(keep('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(keep('err')),
  ]
  try {
    const code = await runCli(args)
    return { code, json: written.out === '' ? null : JSON.parse(written.out), words: written.err }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
