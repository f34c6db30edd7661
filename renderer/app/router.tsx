import { createHashHistory, createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { RecordState } from '#shared/kernel/record-contract'
import { Defect, NotFound } from './defect'
import { Shell } from './shell'
import { Today } from './today'

type Screen = () => ReactNode

/** A screen that is fetched when it is first wanted, so that the first picture need not wait for it. */
const later = (load: () => Promise<Screen>) => lazyRouteComponent(async () => ({ default: await load() }))

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell })
const inShell = () => shell

/** `#/spot-checks?state=returned`: the list as a number somewhere else promised it. */
function sheetSearch(search: Readonly<Record<string, unknown>>): { readonly state?: RecordState } {
  const { success, data } = RecordState.safeParse(search['state'])
  return success ? { state: data } : {}
}

const routes = [
  shell.addChildren([
    createRoute({ getParentRoute: inShell, path: '/', component: Today }),
    createRoute({
      getParentRoute: inShell,
      path: '/spot-checks',
      validateSearch: sheetSearch,
      component: later(async () => (await import('./screens')).SheetsRoute),
    }),
    createRoute({
      getParentRoute: inShell,
      path: '/spot-checks/$id',
      component: later(async () => (await import('./sheet-route')).SheetRoute),
    }),
    createRoute({
      getParentRoute: inShell,
      path: '/enterprises',
      component: later(async () => (await import('./screens')).EnterprisesRoute),
    }),
    createRoute({
      getParentRoute: inShell,
      path: '/enterprises/$id',
      component: later(async () => (await import('./screens')).EnterpriseRoute),
    }),
    createRoute({ getParentRoute: inShell, path: '/sync', component: later(async () => (await import('./screens')).SyncRoute) }),
    createRoute({ getParentRoute: inShell, path: '/import', component: later(async () => (await import('./screens')).ImportRoute) }),
    createRoute({ getParentRoute: inShell, path: '/devices', component: later(async () => (await import('./screens')).DevicesRoute) }),
    createRoute({ getParentRoute: inShell, path: '/settings', component: later(async () => (await import('./screens')).SettingsRoute) }),
  ]),
  createRoute({
    getParentRoute: () => root,
    path: '/paper/$id',
    component: later(async () => (await import('./paper-route')).PaperRoute),
  }),
] as const

export const router = createRouter({
  routeTree: root.addChildren(routes),
  history: createHashHistory(),
  defaultErrorComponent: Defect,
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
