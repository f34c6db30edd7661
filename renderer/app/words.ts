import { aftercareWords } from '../aftercare/aftercare-words'
import { attachmentWords } from '../attachment/attachment-words'
import { certificationWords } from '../certification/certification-words'
import { enterpriseWords } from '../enterprise/enterprise-words'
import { kernelWords } from '../kernel/kernel-words'
import { nqiWords } from '../nqi/nqi-words'
import { paperWords } from '../paper/paper-words'
import { planWords } from '../plan/plan-words'
import { profileWords } from '../profile/profile-words'
import { itemWords } from '../reference/items/item-words'
import { referenceWords } from '../reference/reference-words'
import { reportWords } from '../report/report-words'
import { reviewWords } from '../review/review-words'
import { spotCheckWords } from '../spot-check/spot-check-words'
import { syncWords } from '../sync/sync-words'
import { targetWords } from '../target/target-words'
import { teamWords } from '../team/team-words'
import { agreementWords } from '../visit/agreement-words'
import { visitWords } from '../visit/visit-words'
import { appWords } from './app-words'
import { workWords } from './work-list-words'

/** Every word of the window, in both languages. */
export const words = {
  zh: {
    kernel: kernelWords.zh,
    app: appWords.zh,
    enterprise: enterpriseWords.zh,
    items: itemWords.zh,
    spotCheck: spotCheckWords.zh,
    aftercare: aftercareWords.zh,
    team: teamWords.zh,
    agreement: agreementWords.zh,
    nqi: nqiWords.zh,
    visit: visitWords.zh,
    certification: certificationWords.zh,
    work: workWords.zh,
    report: reportWords.zh,
    review: reviewWords.zh,
    attachment: attachmentWords.zh,
    paper: paperWords.zh,
    plan: planWords.zh,
    sync: syncWords.zh,
    target: targetWords.zh,
    profile: profileWords.zh,
    reference: referenceWords.zh,
  },
  en: {
    kernel: kernelWords.en,
    app: appWords.en,
    enterprise: enterpriseWords.en,
    items: itemWords.en,
    spotCheck: spotCheckWords.en,
    aftercare: aftercareWords.en,
    team: teamWords.en,
    agreement: agreementWords.en,
    nqi: nqiWords.en,
    visit: visitWords.en,
    certification: certificationWords.en,
    work: workWords.en,
    report: reportWords.en,
    review: reviewWords.en,
    attachment: attachmentWords.en,
    paper: paperWords.en,
    plan: planWords.en,
    sync: syncWords.en,
    target: targetWords.en,
    profile: profileWords.en,
    reference: referenceWords.en,
  },
}
