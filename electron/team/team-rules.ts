import { identityOf } from '#db/enterprise/identities'
import { listNamesakes } from '#db/team/adviser-queries'
import { getSameTeam } from '#db/team/team-queries'
import type { EnterpriseProblem } from '#shared/enterprise/enterprise-contract'
import { textAt } from '#shared/kernel/kind'
import { decideAdviser } from '#shared/team/decide-adviser'
import { decideTaskForce } from '#shared/team/decide-task-force'
import { enterpriseProblems } from '../enterprise/snapshot.ts'
import type { KindRules } from '../kernel/kind-rules.ts'
import { dayOf } from '../kernel/world.ts'
import { isKnownRegion } from '../reference/reference-data.ts'

export const taskForceRules: KindRules = {
  kind: 'taskForce',
  normalize: (_world, doc) => doc,
  decide: (world, { id, doc }) => {
    const [name, region] = [textAt(doc, 'name'), textAt(doc, 'region')]
    return decideTaskForce(doc, { sameName: getSameTeam(world.db, { region, name, except: id }), regionKnown: isKnownRegion(region) })
  },
}

export const adviserRules: KindRules = {
  kind: 'adviser',
  normalize: (_world, doc) => doc,
  decide: (world, { id, doc }) => {
    const enterprise = textAt(doc, 'enterpriseId')
    return decideAdviser(doc, {
      namesakes: listNamesakes(world.db, { role: textAt(doc, 'role'), name: textAt(doc, 'name'), except: id }),
      enterprise: enterprise === '' ? '' : identityOf(world.db, enterprise),
      enterpriseProblems: enterpriseProblems(world, enterprise, '/enterpriseId') as EnterpriseProblem[],
      regionKnown: isKnownRegion(textAt(doc, 'region')),
      today: dayOf(world),
    })
  },
}
