import { textAt } from '../kernel/kind.ts'
import type { Measure } from '../kernel/measure.ts'
import type { Course } from '../kernel/procedure.ts'
import { CertificationKind, familyOfCertification } from './certification-choices.ts'

const familyOf = (kind: string): string => {
  const known = CertificationKind.safeParse(kind)
  return known.success ? familyOfCertification(known.data) : ''
}

/**
 * `certificate`, by contribution and family (`directHelp product`): every certificate that a case took its tenth stage with. One that
 * stands out of place counts nothing, nor one that the public register does not know; enterprise and contribution are the case's.
 */
export function certificateMeasures({ taken }: Course): readonly Measure[] {
  const opened = taken.find(({ step }) => step === 'open')?.doc
  return taken
    .filter(({ step, doc }) => step === 'certificate' && textAt(doc, 'verification') !== 'mismatch')
    .map(({ id, on, doc }) => ({
      name: 'certificate',
      group: `${textAt(opened, 'contribution')} ${familyOf(textAt(doc, 'certificationKind'))}`,
      enterprise: textAt(opened, 'enterprise', 'enterpriseId'),
      key: '',
      region: textAt(doc, 'region'),
      on,
      amount: 1,
      record: id,
    }))
}
