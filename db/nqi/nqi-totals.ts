import type { NqiTotals } from '#shared/nqi/nqi-contract'
import type { ReadDb } from '../kernel/database.ts'

export interface Stretch {
  readonly from: string
  readonly to: string
}

const NAMES = "'nqiService', 'nqiSolved', 'nqiBenefit', 'labUse', 'labSaved'"
const ENTERPRISE = "CASE WHEN found.enterprise <> '' THEN COALESCE(i.identity, found.enterprise) END"
const distinctIn = (name: string): string => `count(DISTINCT CASE WHEN found.name = '${name}' THEN ${ENTERPRISE} END)`
const sumOf = (name: string): string => `COALESCE(sum(CASE WHEN found.name = '${name}' THEN found.amount END), 0)`

/** What is counted of one-stop help, over measures `found`: problems of visits that were referred to a station are among them. */
const COUNTED = `${distinctIn('nqiService')} AS enterprises, ${sumOf('nqiService')} AS services, ${sumOf('nqiSolved')} AS solved,
  ${sumOf('nqiBenefit')} AS benefitFen, ${distinctIn('labUse')} AS labEnterprises, ${sumOf('labUse')} AS labUses, ${sumOf('labSaved')} AS savedFen`
const WHO = 'LEFT JOIN enterprise_identities i ON i.rid = found.enterprise'

type Unconfirmed = Pick<NqiTotals, 'unconfirmed' | 'unconfirmedFen' | 'labUnconfirmed' | 'labUnconfirmedFen'>
type Counted = Omit<NqiTotals, keyof Unconfirmed>

const NOTHING: Counted = { enterprises: 0, services: 0, solved: 0, benefitFen: 0, labEnterprises: 0, labUses: 0, savedFen: 0 }
const NONE: Unconfirmed = { unconfirmed: 0, unconfirmedFen: 0, labUnconfirmed: 0, labUnconfirmedFen: 0 }
const UNCONFIRMED = `SELECT count(CASE WHEN type = 'service' THEN 1 END) AS unconfirmed,
  COALESCE(sum(CASE WHEN type = 'service' THEN unconfirmed END), 0) AS unconfirmedFen,
  count(CASE WHEN type = 'labUse' THEN 1 END) AS labUnconfirmed,
  COALESCE(sum(CASE WHEN type = 'labUse' THEN unconfirmed END), 0) AS labUnconfirmedFen FROM facility_uses`

/** All places together, in a stretch of days with both ends within. An enterprise that several places helped is one. */
export const getTotals = (db: ReadDb, { from, to }: Stretch): NqiTotals => ({
  ...(db.get<Counted>(
    `SELECT ${COUNTED} FROM (SELECT * FROM measures m WHERE m.name IN (${NAMES}) AND m.day BETWEEN ? AND ?) found ${WHO}`,
    from,
    to,
  ) ?? NOTHING),
  ...(db.get<Unconfirmed>(`${UNCONFIRMED} WHERE unconfirmed > 0 AND day BETWEEN ? AND ?`, from, to) ?? NONE),
})

/** A platform and its stations, or the place alone. */
const PLACES = 'SELECT ? AS rid UNION SELECT rid FROM facilities WHERE platform = ?'

/** What solved or benefited a problem belongs to where it was referred last; a referral itself is a service of the place it names. */
const REFERRED = `
  SELECT m.* FROM facility_referrals f JOIN measures m ON m.source = 'course ' || f.problem AND m.name IN (${NAMES})
  WHERE f.facility IN (${PLACES}) AND CASE m.name WHEN 'nqiService' THEN m.rid = f.rid ELSE NOT EXISTS (
    SELECT 1 FROM facility_referrals l WHERE l.problem = f.problem AND (l.day, l.rid) > (f.day, f.rid)) END`
const USED = `
  SELECT m.* FROM facility_uses u JOIN measures m ON m.source = u.rid WHERE u.facility IN (${PLACES})`

/** One place, a platform with its stations. */
export function getTotalsOf(db: ReadDb, facility: string, { from, to }: Stretch): NqiTotals {
  const place = [facility, facility]
  const counted = db.get<Counted>(
    `SELECT ${COUNTED} FROM (${USED} UNION ALL ${REFERRED}) found ${WHO} WHERE found.day BETWEEN ? AND ?`,
    ...place,
    ...place,
    from,
    to,
  )
  const open = db.get<Unconfirmed>(
    `${UNCONFIRMED} WHERE facility IN (${PLACES}) AND unconfirmed > 0 AND day BETWEEN ? AND ?`,
    ...place,
    from,
    to,
  )
  return { ...(counted ?? NOTHING), ...(open ?? NONE) }
}
