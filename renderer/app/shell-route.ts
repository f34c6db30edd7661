import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { NotFound } from './defect'
import { Shell } from './shell'

type Screen = () => ReactNode

/** A screen that is fetched when it is first wanted, so that the first picture need not wait for it. */
export const later = (load: () => Promise<Screen>) => lazyRouteComponent(async () => ({ default: await load() }))

export const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })
export const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell })
export const inShell = () => shell
