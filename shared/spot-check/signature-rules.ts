import type { DeepPartial } from '../kernel/draft-schema.ts'
import { type Problem, problem } from '../kernel/result.ts'
import type { Law } from '../reference/reference.ts'
import { blank, type Lawful } from './lawful.ts'
import type { Signature } from './signature.ts'

export type SignatureProblem =
  | Problem<'spotCheck.tooFewSamplers', Lawful & { readonly have: number; readonly needed: number }>
  | Problem<'spotCheck.sameSamplerTwice', Lawful & { readonly name: string }>
  | Problem<'spotCheck.signatureMissing', Lawful & { readonly role: Signature['role']; readonly name: string }>
  | Problem<'spotCheck.signatureOutdated', { readonly role: Signature['role']; readonly name: string }>

/** What sheets and site reports have in common: who sampled, who signed. */
export interface Signed {
  readonly samplers?: readonly { readonly name?: string | undefined }[] | undefined
  readonly signatures?: readonly DeepPartial<Signature>[] | undefined
}

export interface SignatureFacts {
  readonly law: Law
  /** sha256 of the content as it stands now; a signature over another content is outdated. */
  readonly contentHash: string
  /** A correction keeps the signatures of what it corrects; its paper says which content they stand under. */
  readonly signaturesMayBeOlder?: boolean | undefined
}

/** Order 18 art. 16: at least two samplers, two different people. */
export function namesProblems(names: readonly string[], law: Law): SignatureProblem[] {
  const given = names.flatMap((name) => (blank(name) ? [] : [name.trim()]))
  const { article, value: needed } = law.minimumSamplers
  const twice = given.find((name, index) => given.indexOf(name) !== index)
  if (twice !== undefined) return [problem('spotCheck.sameSamplerTwice', '/samplers', { name: twice, article })]
  return given.length < needed ? [problem('spotCheck.tooFewSamplers', '/samplers', { have: given.length, needed, article })] : []
}

export const samplerProblems = ({ samplers = [] }: Signed, law: Law): SignatureProblem[] =>
  namesProblems(
    samplers.map(({ name = '' }) => name),
    law,
  )

/** Order 18 art. 19: samplers sign, and whoever else is asked to; a signature stands under the content it was drawn under. */
export function signatureProblems(
  { signatures = [], samplers = [] }: Signed,
  others: readonly Signature['role'][],
  { law, contentHash, signaturesMayBeOlder = false }: SignatureFacts,
): SignatureProblem[] {
  const { article } = law.signaturesRequired
  const signed = (role: Signature['role'], name?: string): boolean =>
    signatures.some((signature) => signature.role === role && (name === undefined || signature.name?.trim() === name.trim()))
  const missing = (role: Signature['role'], name: string): SignatureProblem =>
    problem('spotCheck.signatureMissing', '/signatures', { role, name, article })
  const unsigned = samplers.filter(({ name }) => !blank(name) && !signed('sampler', name)).map(({ name = '' }) => missing('sampler', name))
  const absent = others.filter((role) => !signed(role)).map((role) => missing(role, ''))
  const outdated = signatures
    .filter(({ over }) => !signaturesMayBeOlder && over !== contentHash)
    .map(({ role = 'sampler', name = '' }) => problem('spotCheck.signatureOutdated', '/signatures', { role, name }))
  return [...unsigned, ...absent, ...outdated]
}
