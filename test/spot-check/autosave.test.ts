import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Autosave, type SaveState } from '../../renderer/kernel/form/autosave'

const TIMING = { wait: 300, maxWait: 600, retry: 3000 }

/** A form whose text is saved, and a store that takes its time. */
function aForm(answer: (content: string) => Promise<string | null> = () => Promise.resolve(null)) {
  const written: string[] = []
  const states: SaveState['is'][] = []
  const form = { content: '' }
  const autosave = new Autosave({
    ...TIMING,
    write: () => {
      written.push(form.content)
      return answer(form.content)
    },
    onState: ({ is }) => states.push(is),
  })
  autosave.start()
  const type = (content: string): void => {
    form.content = content
    autosave.change()
  }
  return { autosave, type, written, states }
}

const after = (milliseconds: number) => new Promise<null>((resolve) => setTimeout(() => resolve(null), milliseconds))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a change is written after a moment of quiet, once', async () => {
  const { type, written, states } = aForm()
  type('a')
  await vi.advanceTimersByTimeAsync(200)
  type('ab')
  await vi.advanceTimersByTimeAsync(299)
  expect(written).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(written).toEqual(['ab'])
  await vi.advanceTimersByTimeAsync(5000)
  expect(written).toEqual(['ab'])
  expect(states).toEqual(['saving', 'saved'])
})

test('typing without a pause is written every 600 ms', async () => {
  const { type, written } = aForm()
  for (let stroke = 1; stroke <= 30; stroke++) {
    type(String(stroke))
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(written.length).toBeGreaterThanOrEqual(4)
  await vi.advanceTimersByTimeAsync(600)
  expect(written.at(-1)).toBe('30')
})

test('one write at a time, and the latest content wins', async () => {
  let running = 0
  const { type, written } = aForm(async () => {
    running += 1
    expect(running).toBe(1)
    await after(1000)
    running -= 1
    return null
  })
  type('first')
  await vi.advanceTimersByTimeAsync(400)
  type('second')
  type('third')
  await vi.advanceTimersByTimeAsync(5000)
  expect(written).toEqual(['first', 'third'])
})

test('flush waits for everything typed so far', async () => {
  const { autosave, type, written } = aForm(() => after(500))
  type('a')
  await vi.advanceTimersByTimeAsync(350)
  type('ab')
  const flushed = autosave.flush()
  await vi.advanceTimersByTimeAsync(1200)
  expect(await flushed).toBe(true)
  expect(written).toEqual(['a', 'ab'])
  expect(await autosave.flush()).toBe(true)
  expect(written).toEqual(['a', 'ab'])
})

test('a refusal is said, kept, and tried again by itself', async () => {
  let full = true
  const { autosave, type, written, states } = aForm(() => Promise.resolve(full ? 'disk full' : null))
  type('a')
  await vi.advanceTimersByTimeAsync(300)
  expect(states.at(-1)).toBe('refused')
  expect(await autosave.flush()).toBe(false)
  full = false
  await vi.advanceTimersByTimeAsync(3000)
  expect(states.at(-1)).toBe('saved')
  expect(written.at(-1)).toBe('a')
})

test('a store that has gone away is a refusal too', async () => {
  const { type, states } = aForm(() => Promise.reject(new Error('gone')))
  type('a')
  await vi.advanceTimersByTimeAsync(300)
  expect(states).toEqual(['saving', 'refused'])
})

test('when the window goes, what is typed is sent behind what is still under way', async () => {
  const { autosave, type, written } = aForm(() => after(1000))
  type('a')
  await vi.advanceTimersByTimeAsync(300)
  type('ab')
  autosave.urgent()
  expect(written).toEqual(['a', 'ab'])
  await vi.advanceTimersByTimeAsync(5000)
  expect(written).toEqual(['a', 'ab'])
})

test('after it is stopped nothing is written any more', async () => {
  const { autosave, type, written } = aForm()
  autosave.stop()
  type('a')
  await vi.advanceTimersByTimeAsync(5000)
  expect(written).toEqual([])
})
