import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { z } from 'zod'
import type { HttpAnswer } from './http-session.ts'
import { isHtml, statusError } from './http-session.ts'
import { type Entry, TargetError } from './target.ts'

/** No entities of the answer's own, everything a text: a listing is data, and comes from outside. */
const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  isArray: (name) => name === 'Contents' || name === 'CommonPrefixes',
})

const Failure = z.object({ Error: z.object({ Code: z.string(), Message: z.string().optional() }) })
const Listing = z.object({
  ListBucketResult: z.union([
    z.literal(''),
    z.object({
      IsTruncated: z.string().optional(),
      NextContinuationToken: z.string().optional(),
      Contents: z.array(z.object({ Key: z.string() })).default([]),
      CommonPrefixes: z.array(z.object({ Prefix: z.string() })).default([]),
    }),
  ]),
})

function codeIn(text: string): string | null {
  const parsed = XMLValidator.validate(text) === true ? Failure.safeParse(parser.parse(text)) : null
  return parsed?.success === true ? parsed.data.Error.Code : null
}

const FULL = /^(QuotaExceeded|NoSuchQuota|StorageFull|XMinioStorageFull|InsufficientCapacity)$/

/** What an answer that is no success says; null when it only says that nothing bears the name. */
export function s3Error(answer: HttpAnswer, text: string): TargetError | null {
  const code = codeIn(text)
  const reason = code ?? `HTTP ${String(answer.status)}`
  if (code === 'NoSuchBucket') return new TargetError('notAStorage', code)
  if (answer.status === 404) return isHtml(answer) ? new TargetError('notAStorage', 'text/html') : null
  if (code !== null && FULL.test(code)) return new TargetError('full', code)
  return statusError(answer.status, answer.headers, reason)
}

interface Page {
  readonly entries: readonly Entry[]
  readonly next: string | null
}

/** ListObjectsV2 with a delimiter, as entries below the prefix. */
export function readListing(bytes: Buffer, prefix: string): Page {
  const text = bytes.toString('utf8')
  const parsed = XMLValidator.validate(text) === true ? Listing.safeParse(parser.parse(text)) : null
  if (parsed?.success !== true) throw new TargetError('notAStorage', 'no listing')
  const result = parsed.data.ListBucketResult
  if (result === '') return { entries: [], next: null }
  const below = (key: string): string => (key.startsWith(prefix) ? key.slice(prefix.length) : '')
  const entries = [
    ...result.Contents.map(({ Key }) => ({ name: below(Key), folder: false })),
    ...result.CommonPrefixes.map(({ Prefix }) => ({ name: below(Prefix).replace(/\/$/, ''), folder: true })),
  ]
  const next = result.IsTruncated === 'true' ? (result.NextContinuationToken ?? null) : null
  return { entries: entries.filter(({ name }) => name !== ''), next }
}
