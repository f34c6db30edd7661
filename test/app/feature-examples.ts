import type { AftercareProblem } from '#shared/aftercare/aftercare-problems'
import type { CertificationProblem, NumberWarning } from '#shared/certification/certification-problems'
import type { CreditEventProblem } from '#shared/enterprise/decide-credit-event'
import type { EnterpriseProblem, MergeProblem } from '#shared/enterprise/enterprise-contract'
import type { FieldProblem } from '#shared/kernel/parse-problems'
import type { NqiProblem } from '#shared/nqi/nqi-problems'
import type { TeamProblem } from '#shared/team/team-problems'
import type { AgreementProblem } from '#shared/visit/agreement-problems'
import type { ProblemStepProblem, VisitProblem } from '#shared/visit/visit-problems'

export type FeatureProblem = Exclude<
  | AftercareProblem
  | EnterpriseProblem
  | MergeProblem
  | CreditEventProblem
  | TeamProblem
  | AgreementProblem
  | NqiProblem
  | VisitProblem
  | ProblemStepProblem
  | CertificationProblem
  | NumberWarning,
  FieldProblem
>

const id = '01a2b3c4-0000-7000-8000-000000000001'
const said = { zh: '封样', en: 'seal' }
const article = { zh: '《办法》第十六条', en: 'Measures art. 16' }

/** One example of every problem of after-care, the directory, teams, agreements, visits, one-stop help and certification. */
export const featureExamples: { readonly [C in FeatureProblem['code']]: Extract<FeatureProblem, { code: C }>['facts'] } = {
  'aftercare.noSuchCase': { id },
  'aftercare.checkNotFailed': { state: article, article },
  'aftercare.alreadyOpen': { no: 'CQ-500103-20261122-abcd-H001', id },
  'aftercare.openedBeforeVerdict': { on: '2026-11-21', day: '2026-11-22' },
  'aftercare.staysAsItIs': { field: 'case' },
  'aftercare.notNoticed': { recipient: article, article },
  'aftercare.noticedAlready': { recipient: article, on: '2026-11-22' },
  'aftercare.noSuchRecipient': { recipient: article },
  'aftercare.settledAlready': { recipient: article, on: '2026-11-22' },
  'aftercare.objectionPending': { article },
  'aftercare.noBackup': { article },
  'aftercare.sameLab': { lab: '示范检验所', article },
  'aftercare.itemFails': { name: '氯离子', result: '0.09', article },
  'aftercare.noItemFails': { article },
  'aftercare.otherWeight': { verdict: 'nonconforming', article },
  'aftercare.itemUndecided': { name: '氯离子' },
  'aftercare.closingIncomplete': { steps: article, article },
  'aftercare.observationRuns': { until: '2026-12-22' },
  'aftercare.observationEnded': { on: '2026-11-22', until: '2026-11-20' },
  'aftercare.tooLate': { due: '2026-11-20', on: '2026-11-22', article },
  'aftercare.windowOpen': { due: '2026-11-24', on: '2026-11-22', article },
  'aftercare.windowNotOpen': { first: '2026-11-24', last: '2026-12-22', on: '2026-11-22', article },
  'credit.inFuture': { on: '2026-12-01', today: '2026-11-22' },
  'credit.endsBeforeItBegins': { on: '2026-11-22', validTo: '2026-01-01' },
  'credit.sourceMissing': {},
  'uscc.length': { have: 17 },
  'uscc.character': { position: 17, character: 'O', hint: '0' },
  'uscc.orgCheck': { expected: '3', found: '4' },
  'uscc.check': { expected: '6', found: '7' },
  'enterprise.usccOrReason': {},
  'enterprise.notInDirectory': { id },
  'enterprise.duplicateUscc': { name: '示范厂', id },
  'enterprise.mergeWithItself': {},
  'enterprise.mergedAlready': { from: '示范一厂', into: '示范厂' },
  'reference.unknownRegion': { region: '999999' },
  'team.memberTwice': { name: '李芳' },
  'team.dissolvedBeforeFounded': { founded: '2026-11-22', dissolved: '2026-11-21' },
  'team.sameName': { name: '演示突击队', founded: '2023-09-01', id },
  'team.personTwice': { name: '李芳', no: 'PZ-1', since: '2026-01-01', id },
  'team.officerWithoutEnterprise': {},
  'team.appointmentEndsFirst': { from: '2026-11-22', to: '2026-11-21' },
  'team.appointedInFuture': { on: '2026-11-23', today: '2026-11-22' },
  'agreement.noDoctor': {},
  'agreement.doctorTwice': { name: '李芳' },
  'agreement.unknownDoctor': { name: '李芳' },
  'agreement.endsFirst': { from: '2026-11-22', to: '2026-11-21' },
  'agreement.signedLater': { signed: '2026-11-22', from: '2026-11-21' },
  'agreement.signedInFuture': { on: '2026-11-23', today: '2026-11-22' },
  'agreement.endOutsideTerm': { on: '2027-11-23', from: '2026-01-01', to: '2026-12-31' },
  'agreement.endWithoutReason': {},
  'agreement.reasonWithoutEnd': {},
  'agreement.numberTaken': { no: 'XY-1', enterprise: '示范厂', id },
  'agreement.alreadyInForce': { no: 'XY-1', id, doctor: '李芳', from: '2026-01-01', to: '2026-12-31' },
  'nqi.stationWithoutPlatform': {},
  'nqi.noSuchPlatform': {},
  'nqi.closedBeforeOpened': { opened: '2026-11-22', closed: '2026-11-21' },
  'nqi.sameFacility': { name: '示范站', opened: '2023-09-01', id },
  'nqi.usesAfterClosing': { closed: '2026-11-20', on: '2026-11-22', count: 2 },
  'nqi.noSuchFacility': {},
  'nqi.wrongPlace': { name: '示范站', type: 'labUse' },
  'nqi.notOpen': { name: '示范站', on: '2026-11-22', opened: '2026-01-01', closed: '2026-06-30' },
  'nqi.inFuture': { on: '2026-11-23', today: '2026-11-22' },
  'nqi.solvedTooMany': { problems: 1, solved: 2 },
  'nqi.solvedWithoutAnswer': {},
  'nqi.solvedWithoutDay': {},
  'nqi.solvedBeforeAsked': { on: '2026-11-22', solvedOn: '2026-11-21' },
  'nqi.nothingSolved': {},
  'nqi.benefitNothing': {},
  'nqi.confirmationIncomplete': { missing: 'confirmedOn' },
  'nqi.confirmedTooEarly': { on: '2026-11-21', from: '2026-11-22' },
  'visit.inFuture': { on: '2026-11-23', today: '2026-11-22' },
  'visit.leftBeforeArrived': { arrivedAt: '14:00', leftAt: '13:00' },
  'visit.controlAfterVisit': { control: 'weekly', lastOn: '2026-11-23', on: '2026-11-22' },
  'visit.scoreOutOfRange': { score: 7, minimum: 1, maximum: 5 },
  'visit.dimensionTwice': { dimension: 'metrology' },
  'visit.helperMissing': {},
  'visit.helperTwice': { name: '李芳' },
  'visit.traineeTwice': { name: '张伟', topic: '首检与巡检' },
  'visit.traineesDontFit': { group: 'manager', named: 1, counted: 12, topic: '首检与巡检' },
  'visit.trainingOfNobody': { topic: '首检与巡检' },
  'visit.problemTwice': { description: '压力表未检定' },
  'visit.prescriptionWithoutProblem': { measure: '送检压力表' },
  'visit.dueBeforeVisit': { due: '2026-11-20', on: '2026-11-22' },
  'visit.teamMissing': {},
  'visit.noSuchTeam': {},
  'visit.teamNotActive': { name: '演示突击队', from: '2023-09-01', until: '', on: '2023-08-31' },
  'visit.noSuchAgreement': {},
  'visit.agreementOfAnother': { no: 'XY-1', name: '重庆第二水泥有限公司' },
  'visit.agreementNotInForce': { no: 'XY-1', from: '2026-01-01', until: '2026-06-30', on: '2026-11-22' },
  'visit.noSuchProblem': { id },
  'visit.staysAsItIs': { field: 'problem' },
  'visit.noSuchFacility': {},
  'visit.nextNotAfter': { on: '2026-11-22', nextOn: '2026-11-22' },
  'visit.solvedWithoutEvidence': { article },
  'visit.declinedWithoutReason': { article },
  'visit.effectIncomplete': {},
  'visit.benefitWithoutAmount': { article },
  'visit.confirmationIncomplete': {},
  'visit.confirmedOutOfTime': { on: '2026-11-23', from: '2026-11-20', until: '2026-11-22' },
  'certification.notOpened': { step: said, article },
  'certification.gateSkipped': { step: said, gates: [{ stage: said, gate: said }], article },
  'certification.gatePassed': { step: said, stage: said },
  'certification.gateClosed': { stage: said, gate: said, missing: said },
  'certification.resting': { step: said, since: '2026-11-20' },
  'certification.noSuchCase': { id },
  'certification.staysAsItIs': { field: 'case' },
  'certification.helperTwice': { name: '李芳' },
  'certification.openedInFuture': { on: '2026-11-23', today: '2026-11-22' },
  'certification.trialTooShort': { from: '2026-09-01', until: '2026-12-01', on: '2026-11-22', article },
  'certification.dayInFuture': { on: '2026-11-23', today: '2026-11-22' },
  'certification.daysInDisorder': { first: '2026-11-22', second: '2026-11-20' },
  'certification.moreOpenThanFound': { open: 2, found: 1 },
  'certification.auditorTwice': { name: '李芳' },
  'certification.expiresBeforeIssue': { issuedOn: '2026-11-22', expiresOn: '2026-11-22' },
  'certification.certificateTwice': { number: '2016010901123456', body: '中国质量认证中心', id },
  'certification.otherEnterprise': { enterprise: '示范甲厂', ofCase: '示范乙厂' },
  'certification.numberOfOtherKind': { form: 'ccc', kind: 'qms' },
  'certification.numberNotOfForm': { form: 'ccc' },
  'certification.numberCheckDigit': { have: '6', expected: '5' },
  'certification.numberYear': { year: 2061, earliest: 2000, latest: 2026 },
  'certification.numberYearAfterIssue': { year: 2026, issuedOn: '2025-11-22' },
  'certification.numberLookalike': { suggestion: '2016010901123456' },
}
