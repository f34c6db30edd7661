import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Defect, NotFound } from './defect'
import { sheetSearch } from './route-facts'
import { Shell } from './shell'
import { Today } from './today'

type Screen = () => ReactNode

/** A screen that is fetched when it is first wanted, so that the first picture need not wait for it. */
const later = (load: () => Promise<Screen>) => lazyRouteComponent(async () => ({ default: await load() }))

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell })
const inShell = () => shell

const today = createRoute({ getParentRoute: inShell, path: '/', component: Today })
const sheets = createRoute({
  getParentRoute: inShell,
  path: '/spot-checks',
  validateSearch: sheetSearch,
  component: later(async () => (await import('./screens')).SheetsRoute),
})
const sheet = createRoute({
  getParentRoute: inShell,
  path: '/spot-checks/$id',
  component: later(async () => (await import('./sheet-route')).SheetRoute),
})
const enterprises = createRoute({
  getParentRoute: inShell,
  path: '/enterprises',
  component: later(async () => (await import('./screens')).EnterprisesRoute),
})
const enterprise = createRoute({
  getParentRoute: inShell,
  path: '/enterprises/$id',
  component: later(async () => (await import('./screens')).EnterpriseRoute),
})
const sync = createRoute({ getParentRoute: inShell, path: '/sync', component: later(async () => (await import('./screens')).SyncRoute) })
const imports = createRoute({
  getParentRoute: inShell,
  path: '/import',
  component: later(async () => (await import('./screens')).ImportRoute),
})
const devices = createRoute({
  getParentRoute: inShell,
  path: '/devices',
  component: later(async () => (await import('./screens')).DevicesRoute),
})
const settings = createRoute({
  getParentRoute: inShell,
  path: '/settings',
  component: later(async () => (await import('./screens')).SettingsRoute),
})
const paper = createRoute({
  getParentRoute: () => root,
  path: '/paper/$id',
  component: later(async () => (await import('./paper-route')).PaperRoute),
})

export const router = createRouter({
  routeTree: root.addChildren([
    shell.addChildren([today, sheets, sheet, enterprises, enterprise, sync, imports, devices, settings]),
    paper,
  ]),
  history: createHashHistory(),
  defaultErrorComponent: Defect,
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
