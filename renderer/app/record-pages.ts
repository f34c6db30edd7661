/** Where a record is written and read, by its kind. */
const PAGES = {
  samplingSheet: '/spot-checks/$id',
  enterprise: '/enterprises/$id',
  siteReport: '/site-reports/$id',
  spotCheckTask: '/tasks/$id',
  randomDraw: '/draw/$id',
  aftercareCase: '/aftercare/$id',
  certificationCase: '/certification/$id',
  visit: '/visits/$id',
  taskForce: '/teams/$id',
  adviser: '/people/$id',
  serviceAgreement: '/agreements/$id',
  facility: '/one-stop/$id',
} as const

/** Steps are read and corrected on the page of what they are about, which this field of theirs names. */
const STEPS = {
  checkStep: { to: '/checks/$id', field: 'check' },
  caseStep: { to: '/aftercare/$id', field: 'case' },
  facilityUse: { to: '/one-stop/$id', field: 'facilityId' },
  certificationStep: { to: '/certification/$id', field: 'case' },
  certificate: { to: '/certification/$id', field: 'case', list: '/certificates' },
  problemStep: { to: '/problems/$id', field: 'problem' },
  creditEvent: { to: '/enterprises/$id', field: 'enterpriseId' },
  enterpriseMerge: { to: '/enterprises/$id', field: 'into' },
} as const

type Page = (typeof PAGES)[keyof typeof PAGES] | (typeof STEPS)[keyof typeof STEPS]['to']

interface PageOf {
  readonly to: Page
  /** The field that names the record whose page it is; null for the record itself. */
  readonly field: string | null
  /** Where it stands when that field names nothing: a certificate without a case. */
  readonly list?: '/certificates'
}

const pages: ReadonlyMap<string, PageOf> = new Map<string, PageOf>([
  ...Object.entries(PAGES).map(([kind, to]) => [kind, { to, field: null }] as const),
  ...Object.entries(STEPS),
])

/** The page of a record of any kind. */
export const pageOf = (kind: string): PageOf => pages.get(kind) ?? { to: PAGES.samplingSheet, field: null }
