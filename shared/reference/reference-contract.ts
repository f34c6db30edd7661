import { z } from 'zod'
import { command, query } from '../kernel/contract.ts'
import { RecordId } from '../kernel/ids.ts'
import { DeadlineRule } from './deadline-rule.ts'
import { HolidayCalendar } from './holiday-calendar.ts'
import { ORIGINS } from './in-force.ts'
import { District, LawNumber, SamplingRule, Sureness } from './reference.ts'
import { ImportedItem } from './reference-file.ts'
import { ReferenceTable } from './reference-item.ts'

/** Where an item stands today: only `inForce` is used for new work; documents keep the edition they name, whatever its standing. */
export const ItemStanding = z.enum(['inForce', 'future', 'ended', 'superseded', 'withdrawn', 'outranked', 'void'])
export type ItemStanding = z.infer<typeof ItemStanding>

const AnyItem = z.record(z.string(), z.json())

/** An item as the list of its table shows it. */
export const ListedItem = z.object({
  key: z.string(),
  title: z.string(),
  edition: z.string(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  article: z.object({ zh: z.string(), en: z.string() }).nullable(),
  source: z.string(),
  sure: Sureness.nullable(),
  origin: z.enum(ORIGINS),
  /** The person; '' for what was shipped. */
  by: z.string(),
  standing: ItemStanding,
  recordId: RecordId.nullable(),
  item: AnyItem,
})
export type ListedItem = z.infer<typeof ListedItem>

const reason = z.string().max(2000)
const key = z.string().min(1).max(200)
const Saved = z.object({ key: z.string(), recordId: RecordId, standing: ItemStanding })

export const referenceContract = {
  'reference.listDistricts': query(z.object({}), z.array(District)),
  /** One edition for each product kind: the one in force today. */
  'reference.listSamplingRules': query(z.object({}), z.array(SamplingRule)),
  'reference.listLaw': query(z.object({}), z.array(LawNumber)),
  /** The editions in force today. */
  'reference.listDeadlineRules': query(z.object({}), z.array(DeadlineRule)),
  'reference.listCalendars': query(z.object({}), z.array(HolidayCalendar)),
  /** Every item there is of a table, in force and not; and those that cannot be read here. */
  'reference.listItems': query(
    z.object({ table: ReferenceTable }),
    z.object({
      table: ReferenceTable,
      items: z.array(ListedItem),
      unreadable: z.array(z.object({ key: z.string(), by: z.string(), recordId: RecordId })),
    }),
  ),
  /**
   * Takes all items of a file (JSON, or CSV for sampling rules and calendars), or refuses the whole with the line and column of every
   * fault. `dryRun` says what would be new, changed and the same, and keeps nothing.
   */
  'reference.importFile': command()(
    z.object({ name: z.string().max(255), text: z.string(), table: ReferenceTable.optional(), dryRun: z.boolean().default(false) }),
    z.object({ table: ReferenceTable, items: z.array(ImportedItem), applied: z.boolean() }),
  ),
  /** Saves one item as this device's own. An item with another key than it began with is a new edition; the old one stays. */
  'reference.saveItem': command()(z.object({ table: ReferenceTable, item: AnyItem, reason }), Saved),
  /** No longer to be used here. Documents that name its edition keep it. */
  'reference.withdraw': command()(z.object({ table: ReferenceTable, key, reason }), Saved),
}
