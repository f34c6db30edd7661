import { getRecord } from '#db/kernel/records'
import { lastAgreementNumber, listDoctors } from '#db/visit/agreement-queries'
import { withoutEmpty } from '#shared/kernel/draft-schema'
import { textAt } from '#shared/kernel/kind'
import { STANDING } from '#shared/kernel/measure'
import { ok } from '#shared/kernel/result'
import type { agreementContract } from '#shared/visit/agreement-contract'
import { snapshotOf } from '../enterprise/snapshot.ts'
import type { HandlersFor } from '../kernel/router.ts'
import { dayOf, newRecordId, type World } from '../kernel/world.ts'
import { daysOfRule } from '../reference/days-of-rule.ts'
import { getAgreement, listAgreements } from './agreements.ts'

/** XY-<region>-<day>-<4 of the device>-<running number>: unique without a network, never changed on merge. XY: 协议. */
function nextNumber(world: World): string {
  const { region, device } = world.self
  const prefix = `XY-${region}-${dayOf(world).replaceAll('-', '')}-${device.slice(0, 4)}-`
  return `${prefix}${String(lastAgreementNumber(world.db, prefix) + 1).padStart(3, '0')}`
}

/** A doctor as an agreement names one; nobody where the list of people has none by this id. */
function doctorOf(world: World, id: string | undefined): object[] {
  const record = id === undefined ? null : getRecord(world.db, id)
  return record?.kind === 'adviser' ? [{ adviserId: record.rid, name: textAt(record.doc, 'name') }] : []
}

function newAgreement(world: World, asked: { readonly enterprise?: string | undefined; readonly adviser?: string | undefined }): object {
  const today = dayOf(world)
  const enterprise = asked.enterprise === undefined ? null : snapshotOf(world, asked.enterprise)
  return {
    no: nextNumber(world),
    region: enterprise?.region ?? world.self.region,
    enterprise,
    doctors: doctorOf(world, asked.adviser),
    signedOn: today,
    validFrom: today,
    intervalDays: daysOfRule(world, 'agreementVisit'),
  }
}

export const agreementHandlers: HandlersFor<typeof agreementContract> = {
  'agreement.list': (world, asked) => ok(listAgreements(world, asked)),
  'agreement.get': (world, { id }) => ok(getAgreement(world, id)),
  'agreement.new': (world, asked) => ok({ id: newRecordId(), doc: withoutEmpty(newAgreement(world, asked)) as never }),
  'agreement.listDoctors': (world) => {
    const today = dayOf(world)
    return ok(
      listDoctors(world.db).map(({ until, ...doctor }) => ({
        ...doctor,
        validTo: until === STANDING ? '' : until,
        expired: until < today,
      })),
    )
  },
}
