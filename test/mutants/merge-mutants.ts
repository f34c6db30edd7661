import { mutantsOf } from './mutant.ts'

const properties = ['test/kernel/merge.test.ts', 'test/kernel/conflict.test.ts']
const law = ['test/kernel/law.test.ts', 'test/kernel/merge.test.ts']

export const mergeMutants = [
  ...mutantsOf('shared/kernel/merge.ts', properties, [
    [
      'who was written over is a candidate still',
      'writers.filter((id) => !writers.some((other) => other !== id && this.isBehind(id, other)))',
      'writers',
    ],
    ['the oldest value is shown', 'this.get(a).gen - this.get(b).gen ||', 'this.get(b).gen - this.get(a).gen ||'],
    ['of two equally old the greater id is shown', '(a < b ? 1 : -1)', '(a < b ? -1 : 1)'],
    ['the write set counts for nothing', 'if (w.includes(field) || members.some((member) => w.includes(member))) return true\n', ''],
    ['a group is named by its first member only', ' || members.some((member) => w.includes(member))', ''],
    ['a value that differs counts for nothing', 'if (!agree(rule, this.value(id, field), this.displayed(par, field))) return true\n', ''],
    ['only the first parent hands on', 'revision.par.flatMap((parent) => found', 'revision.par.slice(0, 1).flatMap((parent) => found'],
    ['who takes a row away empties its fields', 'if (row !== undefined && this.value(id, row) === undefined) return false', ''],
    ['an edit in a row does not hold the row', 'this.fieldsIn(field).some((within)', '[].some((within)'],
    ['a person is asked about what stands in a row that is gone', '!isGone && this.settled', 'this.settled'],
    [
      'rows that only the other side knows are left out',
      'inOneOrder([lead, ...youngestFirst.map((id) => this.value(id, field))])',
      'inOneOrder([lead])',
    ],
    [
      'rows of the other side go to the top',
      'next.set(key, next.get(before)).set(before, key)',
      'next.set(key, next.get(undefined)).set(undefined, key)',
    ],
    ['the order of the first head stands', 'this.byAge(this.candidates(ids, field)).slice(-1)', 'ids'],
    [
      'older ones of the same generation are looked at too',
      'this.get(id).gen <= gen',
      'this.get(id).gen < gen',
      'nothing of a generation stands behind another of it: only the walk is longer',
    ],
  ]),
  ...mutantsOf('shared/kernel/view.ts', properties, [
    ['only the first head is displayed', 'displayedTogether(merge, heads)', 'displayedTogether(merge, heads.slice(0, 1))'],
    ['a lone head is in no conflict', '&& revisions.every(({ par }) => par.length < 2)', ''],
    [
      'what is shown is not the first candidate',
      '[shown, ...merge.candidates(heads, field).filter((id) => id !== shown)]',
      'merge.candidates(heads, field)',
    ],
    ['heads are in any order', '(parents.has(id) ? [] : [id])).sort()', '(parents.has(id) ? [] : [id]))'],
    ['of a row in conflict nothing is told but that it is there', "merge.aboutField(field).rule.is === 'row'", 'false'],
  ]),
  ...mutantsOf(
    'shared/kernel/fields.ts',
    [...properties, 'test/kernel/joins.test.ts'],
    [
      ['half a group is shown', '...(isObject(before) ? before : {}),', ''],
      ['the verdict of one goes with the remarks of another', 'place.at + path === REVIEW', 'false'],
      ['a name with a slash is two members', ".replaceAll('/', '~1')", ''],
      ['another order of rows is no change', '  return same(\n    a.filter', '  return a !== b || same(\n    a.filter'],
      ['two rows of one name are one', 'while (taken.has(name)) name', 'while (false) name'],
    ],
  ),
  ...mutantsOf('shared/kernel/assemble.ts', properties, [
    ['what lies in a row that is away is shown', '&& (row === undefined || isThere(row))', ''],
    ['rows are shown as an object', "if (rule.is === 'order' && Array.isArray(value))", 'if (false)'],
  ]),
  ...mutantsOf(
    'shared/kernel/joins.ts',
    ['test/kernel/merge.test.ts', 'test/kernel/joins.test.ts'],
    [
      ['of a log the last list stands', 'entries.set(name, entry)', 'if (list === lists.at(-1)) entries.set(name, entry)'],
      ['two entries of one name are one', 'if (!same(entries.get(name) ?? entry, entry)) return null\n', ''],
      [
        'of a workflow any value stands',
        'values.every((low) => isBelow(chains, low, high))',
        'values.some((low) => isBelow(chains, low, high))',
      ],
      [
        'a chain leads one step up and no further',
        'chain.slice(chain.indexOf(at) + 1)',
        'chain.slice(chain.indexOf(at) + 1, chain.indexOf(at) + 2).filter((_, __) => at !== "begun")',
      ],
      ['the least value stands', "typeof b === 'number' ? a > b", "typeof b === 'number' ? a < b"],
      ['nothing is above something', 'return rank(a) > rank(b)', 'return rank(a) < rank(b)'],
    ],
  ),
  ...mutantsOf('shared/kernel/evaluate.ts', law, [
    ['a sealed revision may be written over', 'own && !parentSealed\nconst', 'own\nconst'],
    ['a review may write anything', "touched().every((field) => field === '/review')", 'true'],
    ['who voids may change', '(parents === 0 || touched().length === 0)', 'true'],
    ['a merge of one', 'parents >= 2', 'parents >= 1'],
    ['anybody may correct', 'allSealed && (own || supervisor) && revision.corrects', 'allSealed && revision.corrects'],
    ['a correction needs no reason', '&& revision.corrects !== undefined && Boolean(revision.why)', '&& revision.corrects !== undefined'],
    ['what stands upon what is not here counts', "if (parents.every(({ status }) => status === 'effective')) return null", 'return null'],
    [
      'what stands upon what is rejected may still come',
      "{ status: 'rejected', reason: 'uponRejected' }",
      "{ status: 'held', reason: 'uponRejected' }",
    ],
    ['what is left out counts', 'if (revision.excluded === true)', 'if (false)'],
    ['a review may take files away', ', ...differing(filesOf(before.att), filesOf(att))', ''],
    ['what is missing is told as left out', "isMissing ? 'missingParent' : 'uponExcluded'", "'uponExcluded'"],
    ['generations are not counted on', '1 + Math.max(0, ...parents', 'Math.max(1, ...parents'],
    [
      'only the operation itself seals',
      'parentSealed || SEALING.has(revision.op)',
      'SEALING.has(revision.op)',
      'what does not seal may not stand upon what is sealed, so nothing that counts is sealed by its parents alone',
    ],
  ]),
  ...mutantsOf(
    'shared/kernel/decisions.ts',
    ['test/kernel/decisions.test.ts'],
    [
      [
        'taking in wins over leaving out',
        "some(({ act }) => act === 'exclude') ? 'exclude' : 'include'",
        "some(({ act }) => act === 'include') ? 'include' : 'exclude'",
      ],
      ['a decision that was taken back stands', 'filter(({ id }) => !superseded.has(id))', 'filter(({ id }) => id !== "")'],
      ['a new decision is taken upon nothing', '(superseded.has(id) ? [] : [id])', '[]'],
      [
        'where nobody decided something is left out',
        'if (standing.length === 0) return null',
        "if (standing.length === 0) return 'exclude'",
      ],
    ],
  ),
  ...mutantsOf(
    'db/kernel/project-record.ts',
    ['test/db/carriers.test.ts'],
    [
      [
        'a line is left out with any batch that brought it',
        'AND NOT EXISTS (SELECT 1 FROM batch_lines b WHERE b.line = l.id AND NOT EXISTS (SELECT 1 FROM barred x WHERE x.target = b.batch)))',
        ')',
      ],
      ['a line that was left out by itself counts', 'EXISTS (SELECT 1 FROM barred x WHERE x.target = l.id)\n', '0\n'],
    ],
  ),
  ...mutantsOf(
    'db/kernel/decisions.ts',
    ['test/db/carriers.test.ts'],
    [
      ['anybody may decide', 'context.isSupervisor(device) && ', ''],
      ['a decision leaves the records as they were', 'return listRecordsOf(db, line.target)', 'return []'],
    ],
  ),
]
