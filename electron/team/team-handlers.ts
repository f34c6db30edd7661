import { ok } from '#shared/kernel/result'
import type { teamContract } from '#shared/team/team-contract'
import { snapshotOf } from '../enterprise/snapshot.ts'
import type { HandlersFor } from '../kernel/router.ts'
import { dayOf, newRecordId, type World } from '../kernel/world.ts'
import { listPeople } from './people.ts'
import { getTeam, listActivities, listTeams } from './teams.ts'

/** A document that was only begun: written nowhere until it is saved. */
const fresh = <Doc>(doc: Doc) => ok({ id: newRecordId(), doc: doc as never })

/** Where an enterprise is, for an officer of it; one's own district for everybody else. */
const regionFor = (world: World, enterprise: string | undefined): string =>
  (enterprise === undefined ? null : snapshotOf(world, enterprise))?.region ?? world.self.region

export const teamHandlers: HandlersFor<typeof teamContract> = {
  'team.listTeams': (world, asked) => ok(listTeams(world, asked)),
  'team.getTeam': (world, asked) => ok(getTeam(world, asked)),
  'team.listActivities': (world, asked) => ok(listActivities(world, asked)),
  'team.newTeam': (world) => fresh({ region: world.self.region, foundedOn: dayOf(world), members: [] }),
  'team.listPeople': (world, asked) => ok(listPeople(world, asked)),
  'team.newPerson': (world, { role, enterprise, on }) =>
    fresh({
      role,
      region: regionFor(world, enterprise),
      expertise: [],
      appointedOn: on ?? dayOf(world),
      ...(enterprise === undefined ? {} : { enterpriseId: enterprise }),
    }),
}
