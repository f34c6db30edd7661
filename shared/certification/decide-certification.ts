import { type Problem, problem } from '../kernel/result.ts'
import type { Certificate } from './certificate.ts'
import type { CertificationCase } from './certification-case.ts'
import type { CertificationStep } from './certification-step.ts'

const afterToday = (path: string, on: string | undefined, today: string): Problem[] =>
  on === undefined || on <= today ? [] : [problem('certification.dayInFuture', path, { on, today })]

/** The second of two days may be the same, never the earlier. */
const inDisorder = (path: string, first: string | undefined, second: string | undefined): Problem[] =>
  first === undefined || second === undefined || first <= second ? [] : [problem('certification.daysInDisorder', path, { first, second })]

/** The place of every entry that says again what an earlier one said. */
const repeated = (keys: readonly string[]): readonly number[] => keys.flatMap((key, at) => (keys.indexOf(key) < at ? [at] : []))

/** What stands against a case by itself; a helper is one person, however the name is typed. */
export function decideCase({ openedOn, helpers }: CertificationCase, today: string): readonly Problem[] {
  const names = repeated(helpers.map(({ name }) => name.trim()))
  const persons = repeated(helpers.map(({ adviserId }, at) => adviserId ?? `#${String(at)}`))
  return [
    ...(openedOn <= today ? [] : [problem('certification.openedInFuture', '/openedOn', { on: openedOn, today })]),
    ...[...new Set([...names, ...persons])].map((at) =>
      problem('certification.helperTwice', `/helpers/${String(at)}/name`, { name: helpers[at]?.name ?? '' }),
    ),
  ]
}

type StepOf<Name extends CertificationStep['step']> = Extract<CertificationStep, { readonly step: Name }>
type Judge<Name extends CertificationStep['step']> = (step: StepOf<Name>) => readonly Problem[]

const moreOpen = (path: string, open = 0, found = 0): Problem[] =>
  open <= found ? [] : [problem('certification.moreOpenThanFound', path, { open, found })]

/** What a step says against itself; the gates speak in the table of stages. */
const judges: { readonly [Name in CertificationStep['step']]?: Judge<Name> } = {
  documents: ({ documents, on }) => documents.flatMap(({ issuedOn }, at) => inDisorder(`/documents/${String(at)}/issuedOn`, issuedOn, on)),
  trialRun: ({ startedOn, on }) => inDisorder('/startedOn', startedOn, on),
  internalAudit: ({ auditors, openNonconformities, nonconformities }) => [
    ...repeated(auditors).map((at) => problem('certification.auditorTwice', `/auditors/${String(at)}`, { name: auditors[at] ?? '' })),
    ...moreOpen('/openNonconformities', openNonconformities, nonconformities),
  ],
  application: ({ contractOn, on }) => inDisorder('/contractOn', contractOn, on),
  audit: ({ stage1On, stage2On, on, openMajor, major }) => [
    ...inDisorder('/stage2On', stage1On, stage2On),
    ...inDisorder('/stage2On', stage2On, on),
    ...moreOpen('/openMajor', openMajor, major),
  ],
}

export function decideStep(step: CertificationStep): readonly Problem[] {
  const judge = judges[step.step] as Judge<CertificationStep['step']> | undefined
  return judge?.(step) ?? []
}

/** What stands against a certificate by itself. A number is never a reason. */
export function decideCertificate({ issuedOn, expiresOn, verifiedOn }: Certificate, today: string): readonly Problem[] {
  return [
    ...afterToday('/issuedOn', issuedOn, today),
    ...(expiresOn > issuedOn ? [] : [problem('certification.expiresBeforeIssue', '/expiresOn', { issuedOn, expiresOn })]),
    ...afterToday('/verifiedOn', verifiedOn, today),
  ]
}
