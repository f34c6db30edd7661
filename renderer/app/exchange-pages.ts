import { createRoute } from '@tanstack/react-router'
import { whereSearch } from '../sync/where-search'
import { inShell, later } from './shell-route'

const sync = createRoute({
  getParentRoute: inShell,
  path: '/sync',
  component: later(async () => (await import('./sync-routes')).SyncRoute),
})
const where = createRoute({
  getParentRoute: inShell,
  path: '/where',
  validateSearch: whereSearch,
  component: later(async () => (await import('./sync-routes')).WhereRoute),
})
const aside = createRoute({
  getParentRoute: inShell,
  path: '/aside',
  component: later(async () => (await import('./sync-routes')).AsideRoute),
})
const missingFiles = createRoute({
  getParentRoute: inShell,
  path: '/missing-files',
  component: later(async () => (await import('./sync-routes')).MissingFilesRoute),
})
const conflicts = createRoute({
  getParentRoute: inShell,
  path: '/conflicts',
  component: later(async () => (await import('./sync-routes')).ConflictsRoute),
})
const conflict = createRoute({
  getParentRoute: inShell,
  path: '/conflicts/$id',
  component: later(async () => (await import('./sync-routes')).ConflictRoute),
})
const imports = createRoute({
  getParentRoute: inShell,
  path: '/import',
  component: later(async () => (await import('./sync-routes')).ImportRoute),
})
const devices = createRoute({
  getParentRoute: inShell,
  path: '/devices',
  component: later(async () => (await import('./screens')).DevicesRoute),
})

/** Where the work is, how it travels, and who is trusted. */
export const exchangePages = [sync, where, aside, missingFiles, conflicts, conflict, imports, devices] as const
