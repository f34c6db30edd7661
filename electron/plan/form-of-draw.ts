import { getSetting, putSetting } from '#db/kernel/settings'
import { DrawForm } from '#shared/plan/draw-form'
import type { DrawOrder } from '#shared/plan/draw-order'
import type { World } from '../kernel/world.ts'

/** A new draw as far as it was typed on this device; it is in no record and travels nowhere. */
export const FORM_KEY = 'plan.drawForm'

/** What was typed so far; for whoever begins, this person as the one who draws. What cannot be read any more is begun anew. */
export function getForm({ db, self }: World): DrawForm {
  const kept = DrawForm.safeParse(JSON.parse(getSetting(db, FORM_KEY) ?? '{}'))
  const form = kept.success ? kept.data : DrawForm.parse({})
  return form.host.name === '' ? { ...form, host: { name: self.name, org: self.org } } : form
}

/** After a draw the next form begins with the same people, and without task, pool or seed. */
export function keepPeople({ db }: World, { samplers, samplersEach, host }: DrawOrder): void {
  putSetting(db, FORM_KEY, JSON.stringify({ samplerList: samplers.list, samplerTake: samplers.take, samplersEach, host }))
}
