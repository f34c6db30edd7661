import { createHashHistory, createRoute, createRouter } from '@tanstack/react-router'
import { aftercareSearch } from '../aftercare/lanes'
import { certificatesSearch, certificationSearch } from '../certification/certification-views'
import { oneStopSearch } from '../nqi/nqi-views'
import { reportSearch } from '../report/report-search'
import { newVisitSearch, problemSearch } from '../visit/problem-views'
import { Defect } from './defect'
import { enterpriseSearch } from './enterprise-search'
import { exchangePages } from './exchange-pages'
import { drawSearch, sheetSearch, stepSearch } from './route-facts'
import { inShell, later, root, shell } from './shell-route'
import { teamSearch } from './team-search'
import { Today } from './today'
import { workSearch } from './work-search'

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
const tasks = createRoute({
  getParentRoute: inShell,
  path: '/tasks',
  component: later(async () => (await import('./check-routes')).TasksRoute),
})
const task = createRoute({
  getParentRoute: inShell,
  path: '/tasks/$id',
  component: later(async () => (await import('./check-routes')).TaskRoute),
})
const check = createRoute({
  getParentRoute: inShell,
  path: '/checks/$id',
  validateSearch: stepSearch,
  component: later(async () => (await import('./check-routes')).CheckRoute),
})
const siteReport = createRoute({
  getParentRoute: inShell,
  path: '/site-reports/$id',
  component: later(async () => (await import('./check-routes')).SiteReportRoute),
})
const teams = createRoute({
  getParentRoute: inShell,
  path: '/teams',
  validateSearch: teamSearch,
  component: later(async () => (await import('./teams-route')).TeamsRoute),
})
const team = createRoute({
  getParentRoute: inShell,
  path: '/teams/$id',
  component: later(async () => (await import('./teams-route')).TeamRoute),
})
const person = createRoute({
  getParentRoute: inShell,
  path: '/people/$id',
  component: later(async () => (await import('./teams-route')).PersonRoute),
})
const agreements = createRoute({
  getParentRoute: inShell,
  path: '/agreements',
  validateSearch: teamSearch,
  component: later(async () => (await import('./teams-route')).AgreementsRoute),
})
const agreement = createRoute({
  getParentRoute: inShell,
  path: '/agreements/$id',
  component: later(async () => (await import('./teams-route')).AgreementRoute),
})
const oneStop = createRoute({
  getParentRoute: inShell,
  path: '/one-stop',
  validateSearch: oneStopSearch,
  component: later(async () => (await import('./one-stop-route')).OneStopRoute),
})
const facility = createRoute({
  getParentRoute: inShell,
  path: '/one-stop/$id',
  component: later(async () => (await import('./one-stop-route')).FacilityRoute),
})
const enterprises = createRoute({
  getParentRoute: inShell,
  path: '/enterprises',
  component: later(async () => (await import('./screens')).EnterprisesRoute),
})
const enterprise = createRoute({
  getParentRoute: inShell,
  path: '/enterprises/$id',
  validateSearch: enterpriseSearch,
  component: later(async () => (await import('./enterprise-route')).EnterpriseRoute),
})
const lookalikes = createRoute({
  getParentRoute: inShell,
  path: '/lookalikes',
  component: later(async () => (await import('./enterprise-route')).AlikeRoute),
})
const aftercare = createRoute({
  getParentRoute: inShell,
  path: '/aftercare',
  validateSearch: aftercareSearch,
  component: later(async () => (await import('./aftercare-route')).AftercareRoute),
})
const aftercareCase = createRoute({
  getParentRoute: inShell,
  path: '/aftercare/$id',
  component: later(async () => (await import('./aftercare-route')).CaseRoute),
})
const draws = createRoute({
  getParentRoute: inShell,
  path: '/draw',
  validateSearch: drawSearch,
  component: later(async () => (await import('./plan-route')).DrawsRoute),
})
const draw = createRoute({
  getParentRoute: inShell,
  path: '/draw/$id',
  component: later(async () => (await import('./plan-route')).DrawRoute),
})
const coach = createRoute({
  getParentRoute: inShell,
  path: '/coach',
  component: later(async () => (await import('./plan-route')).CoachRoute),
})
const report = createRoute({
  getParentRoute: inShell,
  path: '/report',
  validateSearch: reportSearch,
  component: later(async () => (await import('./report-route')).ReportRoute),
})
const visits = createRoute({
  getParentRoute: inShell,
  path: '/visits',
  component: later(async () => (await import('./visit-route')).VisitsRoute),
})
const newVisit = createRoute({
  getParentRoute: inShell,
  path: '/visits/new',
  validateSearch: newVisitSearch,
  component: later(async () => (await import('./visit-route')).NewVisitRoute),
})
const visit = createRoute({
  getParentRoute: inShell,
  path: '/visits/$id',
  component: later(async () => (await import('./visit-route')).VisitRoute),
})
const problems = createRoute({
  getParentRoute: inShell,
  path: '/problems',
  validateSearch: problemSearch,
  component: later(async () => (await import('./visit-route')).ProblemsRoute),
})
const problem = createRoute({
  getParentRoute: inShell,
  path: '/problems/$id',
  component: later(async () => (await import('./visit-route')).ProblemRoute),
})
const work = createRoute({
  getParentRoute: inShell,
  path: '/work',
  validateSearch: workSearch,
  component: later(async () => (await import('./visit-route')).WorkRoute),
})
const certification = createRoute({
  getParentRoute: inShell,
  path: '/certification',
  validateSearch: certificationSearch,
  component: later(async () => (await import('./certification-route')).CertificationRoute),
})
const certificationCase = createRoute({
  getParentRoute: inShell,
  path: '/certification/$id',
  component: later(async () => (await import('./certification-route')).CertificationCaseRoute),
})
const certificates = createRoute({
  getParentRoute: inShell,
  path: '/certificates',
  validateSearch: certificatesSearch,
  component: later(async () => (await import('./certification-route')).CertificatesRoute),
})
const reference = createRoute({
  getParentRoute: inShell,
  path: '/reference',
  component: later(async () => (await import('./screens')).ReferenceRoute),
})
const settings = createRoute({
  getParentRoute: inShell,
  path: '/settings',
  component: later(async () => (await import('./screens')).SettingsRoute),
})
const papers = createRoute({
  getParentRoute: inShell,
  path: '/papers/$id',
  component: later(async () => (await import('./paper-route')).PapersRoute),
})
const paper = createRoute({
  getParentRoute: () => root,
  path: '/paper/$id',
  component: later(async () => (await import('./paper-route')).PaperRoute),
})

export const router = createRouter({
  routeTree: root.addChildren([
    shell.addChildren([
      today,
      tasks,
      task,
      check,
      siteReport,
      sheets,
      sheet,
      aftercare,
      aftercareCase,
      draws,
      draw,
      coach,
      teams,
      team,
      person,
      agreements,
      agreement,
      oneStop,
      facility,
      enterprises,
      enterprise,
      lookalikes,
      report,
      visits,
      newVisit,
      visit,
      problems,
      problem,
      certification,
      certificationCase,
      certificates,
      work,
      ...exchangePages,
      reference,
      settings,
      papers,
    ]),
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
