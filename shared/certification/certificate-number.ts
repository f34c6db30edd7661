import { checkScLicence } from '../enterprise/sc-licence.ts'
import { problem } from '../kernel/result.ts'
import { type CertificationKind, familyOfCertification } from './certification-choices.ts'
import type { NumberFormName, NumberWarning } from './certification-problems.ts'

/** What a certificate number says of itself, as far as its form is known. */
export interface NumberReading {
  /** As it is kept: half-width, without spaces, letters upper case. */
  readonly normalized: string
  /** null when it is of no known form. */
  readonly form: NumberFormName | null
  readonly year: number | null
  /** Code of the certification body as it stands in the number; `03410Q…` 034, CCC 01. */
  readonly body: string | null
  /** The body of the code, where it is known for sure. */
  readonly bodyName: string | null
  /** Letters of the management system (Q, E, S), the class of the product (CCC 0901, XK 08-001, SC 118). */
  readonly kind: string | null
  readonly serial: string | null
  /** R0: first certificate, R1: recertified once. */
  readonly renewals: number | null
  /** Size of the organisation: S, M, L, X. */
  readonly size: string | null
  /** 渝 of a production licence, the six digits of a food licence. */
  readonly region: string | null
  readonly warnings: readonly NumberWarning[]
}

type Parts = Partial<Pick<NumberReading, 'year' | 'body' | 'bodyName' | 'kind' | 'serial' | 'renewals' | 'size' | 'region'>>

interface Form {
  readonly name: NumberFormName
  readonly pattern: RegExp
  readonly parts: (groups: Readonly<Record<string, string | undefined>>) => Parts
}

const CENTURY = 2000
/** CCC certificates are issued since 2002. */
const EARLIEST = 2000
const CCC_BODIES: Readonly<Record<string, string>> = { '01': '中国质量认证中心（CQC）' }

/**
 * The forms of certificate numbers. Management systems: body, year, letters, serial, R and how often renewed, size; a body may write
 * a branch behind. CCC: year, 2 body, 4 class, 6 serial. 食品生产许可证: SC and 14 digits, ISO 7064 MOD 11,10.
 * 工业产品生产许可证: (province) XK class-product-serial.
 */
const FORMS: readonly Form[] = [
  {
    name: 'ccc',
    pattern: /^(?<year>\d{4})(?<body>\d{2})(?<kind>\d{4})(?<serial>\d{6})$/,
    parts: ({ year, body = '', kind, serial }) => ({
      year: Number(year),
      body,
      bodyName: CCC_BODIES[body] ?? null,
      kind: kind ?? null,
      serial: serial ?? null,
    }),
  },
  {
    name: 'system',
    pattern:
      /^(?<body>\d{3})(?<year>\d{2})(?<kind>[A-Z]{1,3})(?<serial>\d{4,6})R(?<renewals>\d{1,2})(?<size>[SMLX])?(?:[-/][0-9A-Z-]{1,8})?$/,
    parts: ({ body, year, kind, serial, renewals, size }) => ({
      year: CENTURY + Number(year),
      body: body ?? null,
      kind: kind ?? null,
      serial: serial ?? null,
      renewals: Number(renewals),
      size: size ?? null,
    }),
  },
  {
    name: 'foodLicence',
    pattern: /^SC(?<kind>\d{3})(?<region>\d{6})(?<serial>\d{4})\d$/,
    parts: ({ kind, region, serial }) => ({ kind: kind ?? null, region: region ?? null, serial: serial ?? null }),
  },
  {
    name: 'productionLicence',
    pattern: /^(?:\((?<region>\p{Script=Han})\))?XK(?<kind>\d{2}-\d{3})-(?<serial>\d{5})$/u,
    parts: ({ region, kind, serial }) => ({ region: region ?? null, kind: kind ?? null, serial: serial ?? null }),
  },
]

/** The letters of a management system, where they are known for sure. */
const SYSTEM_LETTERS: Readonly<Record<string, CertificationKind>> = { Q: 'qms', E: 'environment', S: 'safety' }
const OWN_FORM: Partial<Readonly<Record<CertificationKind, NumberFormName>>> = {
  qms: 'system',
  environment: 'system',
  safety: 'system',
  ccc: 'ccc',
  productionLicence: 'productionLicence',
  foodLicence: 'foodLicence',
}

/** Half-width, upper case, no spaces: the one spelling in which a number is kept and compared. */
export const normalizeNumber = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[‐‑–—−]/g, '-')
    .toUpperCase()

const NOTHING = { form: null, year: null, body: null, bodyName: null, kind: null, serial: null, renewals: null, size: null, region: null }

function formOf(normalized: string): { readonly name: NumberFormName; readonly parts: Parts } | null {
  for (const { name, pattern, parts } of FORMS) {
    const found = pattern.exec(normalized)
    if (found !== null) return { name, parts: parts(found.groups ?? {}) }
  }
  return null
}

/** Letters that are read for digits, and the other way round: 2O16 for 2016. */
function lookalike(normalized: string): string | null {
  const digits = normalized.replaceAll('O', '0').replaceAll(/[IL](?=\d)|(?<=\d)[IL]/g, '1')
  return digits !== normalized && formOf(digits) !== null ? digits : null
}

/** Is a number of this form what such a certificate has: systems whose letters are not known for sure take any letters. */
function fits(kind: CertificationKind, form: NumberFormName, { kind: letters = null }: Parts): boolean {
  if (form !== 'system') return OWN_FORM[kind] === form
  const known = SYSTEM_LETTERS[letters ?? '']
  const family = familyOfCertification(kind)
  return known === undefined || kind === known || (family === 'system' && OWN_FORM[kind] === undefined) || family === 'service'
}

export interface NumberAsked {
  /** What the certificate is said to be; without it nothing is compared. */
  readonly kind?: CertificationKind | undefined
  readonly issuedOn?: string | undefined
  readonly today: string
}

function yearWarnings(year: number, { issuedOn, today }: NumberAsked): NumberWarning[] {
  const latest = Number(today.slice(0, 4))
  if (year < EARLIEST || year > latest) return [problem('certification.numberYear', '/number', { year, earliest: EARLIEST, latest })]
  if (issuedOn !== undefined && issuedOn !== '' && year > Number(issuedOn.slice(0, 4)))
    return [problem('certification.numberYearAfterIssue', '/number', { year, issuedOn })]
  return []
}

function unknownFormWarnings(normalized: string, { kind }: NumberAsked): NumberWarning[] {
  const suggestion = lookalike(normalized)
  if (suggestion !== null) return [problem('certification.numberLookalike', '/number', { suggestion })]
  const form = kind === undefined ? undefined : OWN_FORM[kind]
  return form === undefined || normalized === '' ? [] : [problem('certification.numberNotOfForm', '/number', { form })]
}

function kindWarnings(form: NumberFormName, parts: Parts, { kind }: NumberAsked): NumberWarning[] {
  if (kind === undefined || fits(kind, form, parts)) return []
  return [problem('certification.numberOfOtherKind', '/number', { form, kind })]
}

function checkDigitWarnings(form: NumberFormName, normalized: string): NumberWarning[] {
  if (form !== 'foodLicence') return []
  const { valid, expectedCheck } = checkScLicence(normalized)
  return valid ? [] : [problem('certification.numberCheckDigit', '/number', { have: normalized.slice(-1), expected: expectedCheck ?? '' })]
}

/** Takes a certificate number apart and says what is odd about it. Bodies write numbers as they like: it warns, it never refuses. */
export function readCertificateNumber(typed: string, asked: NumberAsked): NumberReading {
  const normalized = normalizeNumber(typed)
  const found = formOf(normalized)
  if (found === null) return { ...NOTHING, normalized, warnings: unknownFormWarnings(normalized, asked) }
  const { name, parts } = found
  const year = parts.year ?? null
  const warnings = [
    ...kindWarnings(name, parts, asked),
    ...checkDigitWarnings(name, normalized),
    ...(year === null ? [] : yearWarnings(year, asked)),
  ]
  return { ...NOTHING, ...parts, normalized, form: name, warnings }
}
