import { z } from 'zod'
import { Bilingual } from '../kernel/bilingual.ts'
import { LocalDate } from '../kernel/ids.ts'

const Row = <const Shape extends z.ZodRawShape>(shape: Shape) => z.array(z.object(shape))
const text = z.string()

/** What the page of an enterprise says on paper: numbers as texts, the newest few of each list. */
export const PortraitFacts = z.object({
  day: LocalDate,
  uscc: text,
  grade: Bilingual,
  score: text,
  basis: Bilingual,
  officers: z.object({ chief: text, director: text, officer: text }),
  counts: z.object({
    visits: text,
    lastVisit: text,
    problems: text,
    open: text,
    checks: text,
    notCounted: text,
    cases: text,
    trained: text,
    benefit: text,
    complaints: text,
    honours: text,
  }),
  agreement: text,
  certificates: Row({ number: text, kind: Bilingual, body: text, expiresOn: LocalDate }),
  events: Row({ on: LocalDate, name: Bilingual, record: text, points: text }),
  timeline: Row({ on: text, kind: Bilingual, title: text, said: Bilingual }),
  who: text,
  summary: text,
  controls: z.object({ daily: Bilingual, weekly: Bilingual, monthly: Bilingual }),
  problems: Row({ description: text, measure: text, owner: text, due: text, said: Bilingual }),
  due: Row({ what: Bilingual, matter: text, due: LocalDate }),
  failed: Row({ on: LocalDate, product: text, items: text }),
  openCases: Row({ no: text, said: Bilingual }),
  complaints: Row({ on: text, said: text }),
})
export type PortraitFacts = z.infer<typeof PortraitFacts>
