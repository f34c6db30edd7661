import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, killNow, test } from './fixtures.ts'
import { act, choose, field, fillIn, goTo, newProfile, refusal, screen, seal, sign } from './steps.ts'

test.setTimeout(120_000)

const inspector = { name: '演示·抽样员甲', role: 'inspector', region: '500103' } as const
const SECOND = '演示·抽样员乙'
const FACTORY = { name: '演示·渝中精工刀具有限公司', uscc: '91500103MA0DEM013Q', address: '演示路 1 号' }

/** The network is off, and every request that would leave the computer is written down. */
async function withoutNetwork(app: ElectronApplication, win: Page): Promise<() => Promise<string[]>> {
  await app.evaluate(({ session }) => {
    const sent: string[] = []
    Object.assign(globalThis, { sent })
    session.defaultSession.webRequest.onSendHeaders(({ url }) => sent.push(url))
  })
  await win.context().setOffline(true)
  const asked: string[] = []
  win.on('request', (request) => asked.push(request.url()))
  return async () => {
    const sent = await app.evaluate(() => (globalThis as unknown as { sent: string[] }).sent)
    return [...sent, ...asked].filter((url) => !/^(app|blob|data):/.test(url))
  }
}

/** Seals a task with one target, written as a line of a list. */
async function makeTask(win: Page, productKind: string): Promise<void> {
  await goTo(win, '/tasks')
  await win.locator('[data-screen="tasks"] header [data-action="new-task"]').click() // an empty list has one more
  await expect(screen(win, 'task-form')).toBeVisible()
  await fillIn(win, {
    '/title': '演示·刀具监督抽查',
    '/authority': '演示·渝中区市场监管局',
    '/productKind': productKind,
    '/quota': '2',
    '/noticeNo': '演示-通知-1',
  })
  await field(win, '/targets/add').fill(`${FACTORY.name},${FACTORY.uscc},${FACTORY.address}`)
  await act(win, 'add-target')
  await expect(field(win, '/targets/0/name')).toHaveValue(FACTORY.name)
  await seal(win)
  await expect(screen(win, 'task-view')).toBeVisible()
}

/** Records the step whose form is open. */
async function record(win: Page): Promise<void> {
  await win.keyboard.press('Control+Enter')
  await expect(win.locator('.step-form')).toHaveCount(0)
}

/** From the task to the door of its target. */
async function arrive(win: Page): Promise<void> {
  await act(win, 'target-assign')
  await expect(field(win, '/samplers/0')).toBeVisible()
  await fillIn(win, { '/samplers/0': inspector.name, '/samplers/1': SECOND })
  await record(win)
  await act(win, 'step-arrive')
  await field(win, '/noticeShown').click()
  await record(win)
}

const standsNow = (win: Page, words: string) =>
  expect(win.locator('.course-state[data-standing="now"]'), 'where the check stands').toContainText(words)

test('story 1: offline from the task to the sealed sheet; killed while typing, nothing is lost; two samplers at the least', async ({
  launch,
}) => {
  let { app, win } = await launch()
  let leftBehind = await withoutNetwork(app, win)
  await newProfile(win, inspector)
  await makeTask(win, '菜刀')
  await arrive(win)
  await act(win, 'step-seal')
  await expect(screen(win, 'sheet-form')).toBeVisible()
  await expect(field(win, '/inspectedParty/name')).toHaveValue(FACTORY.name)
  await expect(field(win, '/inspectedParty/uscc')).toHaveValue(FACTORY.uscc)
  await expect(field(win, '/product/kind')).toHaveValue('菜刀')
  await expect(field(win, '/sampling/testQuantity')).toHaveValue('4') // as the rule has it
  const samplers = [await field(win, '/samplers/0/name').inputValue(), await field(win, '/samplers/1/name').inputValue()]
  expect(samplers.toSorted()).toEqual([inspector.name, SECOND].toSorted())

  await fillIn(win, {
    '/producer/name': FACTORY.name,
    '/producer/address': FACTORY.address,
    '/producer/uscc': FACTORY.uscc,
    '/product/name': '不锈钢菜刀',
    '/product/model': 'CD-180',
    '/product/standard': 'GB/T 40356-2021',
    '/sampling/base': '200',
    '/sampling/testSealNo': 'J-0001',
    '/sampling/backupSealNo': 'B-0001',
    '/samplingBody/name': '演示·渝中区市场监管局',
  })
  await field(win, '/sampling/place').focus()
  await win.keyboard.type('成品仓库三号')
  await win.waitForTimeout(1000) // the promise: at most one second is lost
  expect(await leftBehind()).toEqual([])
  await killNow(app)
  ;({ app, win } = await launch())
  leftBehind = await withoutNetwork(app, win)
  await act(win, 'resume')
  await expect(screen(win, 'sheet-form')).toBeVisible()
  await expect(field(win, '/sampling/place')).toBeFocused()
  await expect(field(win, '/sampling/place')).toHaveValue('成品仓库三号')
  await expect(field(win, '/sampling/testSealNo')).toHaveValue('J-0001')

  await fillIn(win, { '/samplers/1/name': '' })
  await field(win, '/confirmedForSale').click()
  await seal(win)
  await expect(refusal(win, 'spotCheck.tooFewSamplers')).toContainText('抽样人员不得少于两人')
  await expect(refusal(win, 'spotCheck.tooFewSamplers')).toContainText('第十六条')
  await fillIn(win, { '/samplers/1/name': samplers[1] ?? '' })
  await sign(win, 0)
  await sign(win, 1)
  await sign(win, 2, '演示·厂长')
  await seal(win)
  await expect(screen(win, 'sheet-view')).toBeVisible()
  await standsNow(win, '已封样')
  await expect(win.locator('.of-task')).toContainText('演示·刀具监督抽查')
  expect(await leftBehind()).toEqual([])
})

test('story 2: a credit code is explained while it is typed, and a firm without one is let pass with a reason', async ({ win }) => {
  await newProfile(win, inspector)
  await win.keyboard.press('Control+n')
  const code = field(win, '/inspectedParty/uscc')
  const help = win.locator('[data-section="inspectedParty"] .code-help')
  await code.fill('9150000020286320X7')
  await expect(help.locator('[data-problem="uscc.check"]')).toContainText('校验位应为 6')
  await code.fill('９１５００１０３ｍａ０ｄｅｍ０１３ｑ')
  await expect(help).toContainText('91500103MA0DEM013Q')
  await code.blur()
  await expect(code).toHaveValue('91500103MA0DEM013Q')
  await expect(help.locator('[data-problem]')).toHaveCount(0)
  await code.fill('9150010660889845O6')
  await expect(help.locator('[data-problem="uscc.character"]').first()).toContainText('是否为 0')
  await code.fill('9150O1066608898456')
  await help.getByRole('button').click()
  await expect(code).toHaveValue('915001066608898456')

  await fillIn(win, {
    '/inspectedParty/name': '演示·名录里没有的摊位',
    '/inspectedParty/address': '演示市场 12 号',
    '/inspectedParty/uscc': '',
  })
  await seal(win)
  await expect(refusal(win, 'spotCheck.partyWithoutCode')).toBeVisible()
  await fillIn(win, { '/inspectedParty/noUsccReason': '流动摊贩，未办理登记' })
  await seal(win)
  await expect(refusal(win, 'field.missing').first()).toBeVisible() // the rest of the sheet
  await expect(refusal(win, 'spotCheck.partyWithoutCode')).toHaveCount(0)
  await expect(win.locator('.problem-links [data-path^="/inspectedParty"]')).toHaveCount(0)
})

/** Begins a report with whom it is about; who visited is filled in later, as far as the test wants. */
async function newReport(win: Page, party: string): Promise<void> {
  await goTo(win, '/spot-checks')
  await act(win, 'new-report')
  await expect(screen(win, 'report-form')).toBeVisible()
  await fillIn(win, {
    '/inspectedParty/name': party,
    '/inspectedParty/address': FACTORY.address,
    '/inspectedParty/uscc': FACTORY.uscc,
    '/product/kind': '菜刀',
    '/samplingBody/name': '演示·渝中区市场监管局',
    '/samplers/0/name': inspector.name,
    '/samplers/1/name': SECOND,
  })
}

async function signAndSeal(win: Page): Promise<void> {
  await sign(win, 0)
  await sign(win, 1)
  await seal(win)
  await expect(screen(win, 'report-view')).toBeVisible()
}

test('story 3: who stopped production needs the stamp of the local bureau, who has too little does not, who refuses needs a witness', async ({
  win,
}) => {
  await newProfile(win, inspector)
  await newReport(win, '演示·停产的厂')
  await choose(win, '/reason', '停产')
  await expect(win.locator('.stamp-hint')).toHaveAttribute('data-stamp', 'true')
  await seal(win)
  await expect(refusal(win, 'spotCheck.stampMissing')).toContainText('须由当地市场监管部门盖章')
  await fillIn(win, { '/localBureau/name': '演示·渝中区市场监管局' })
  await field(win, '/localBureau/stamped').click()
  await signAndSeal(win)
  await standsNow(win, '未抽到样品')

  await newReport(win, '演示·库存不足的厂')
  await choose(win, '/reason', '库存或抽样基数不足')
  await expect(win.locator('.stamp-hint')).toHaveAttribute('data-stamp', 'false')
  await expect(win.locator('[data-section="localBureau"]')).toHaveCount(0)
  await signAndSeal(win)

  await newReport(win, '演示·拒检的厂')
  await choose(win, '/outcome', '拒绝检查')
  await seal(win)
  await expect(refusal(win, 'spotCheck.processMissing')).toBeVisible()
  await expect(refusal(win, 'spotCheck.witnessMissing')).toBeVisible()
  await fillIn(win, { '/process': '出示证件后两次告知，仍拒绝进入仓库', '/witness/name': '演示·见证人' })
  await signAndSeal(win)
  await standsNow(win, '拒检')

  await goTo(win, '/spot-checks?check=all')
  await expect(win.locator('[data-tab="notFound"]')).toContainText('2')
  await expect(win.locator('[data-tab="refused"]')).toContainText('1')
  for (const judged of ['noFail', 'fail']) await expect(win.locator(`[data-tab="${judged}"]`), 'no batch was judged').toHaveCount(0)
})

test('story 4: the same goods five months later are refused with that sheet named, and pass as a follow-up whose reason stays', async ({
  home,
  launch,
}) => {
  const made = execFileSync(process.execPath, ['test/spot-check/make-earlier-sheet.child.ts', join(home, 'profiles', 'earlier')], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Asia/Shanghai' },
  })
  const earlier = JSON.parse(made) as { readonly no: string; readonly day: string }
  const { win } = await launch()
  await win.getByRole('button', { name: /演示·抽样员甲/ }).click()
  await expect(screen(win, 'today')).toBeVisible()
  await win.keyboard.press('Control+n')
  await expect(screen(win, 'sheet-form')).toBeVisible()
  await act(win, 'repeat-all')
  await expect(field(win, '/product/model')).toHaveValue('P·O 42.5')
  await fillIn(win, { '/sampling/base': '3000', '/sampling/testSealNo': '封-0003', '/sampling/backupSealNo': '封-0004' })
  await field(win, '/confirmedForSale').check()
  await seal(win)
  const repeated = refusal(win, 'spotCheck.repeated')
  for (const words of [earlier.no, earlier.day, '没有定稿', '没有导入过其他设备']) await expect(repeated).toContainText(words)
  await expect(win.locator('.guard a')).toContainText(earlier.no)

  await choose(win, '/exceptions/repeat', '跟踪抽查')
  await fillIn(win, { '/exceptions/repeatReason': '上次不合格，整改后跟踪抽查' })
  for (const place of [0, 1, 2]) await sign(win, place)
  await seal(win)
  await expect(screen(win, 'sheet-view')).toBeVisible()
  await expect(win.locator('[data-fact="/exceptions/repeatReason"]')).toContainText('上次不合格，整改后跟踪抽查')
  await expect(win.locator('[data-fact="/exceptions/repeat"]')).toContainText('跟踪抽查')
})

test('a draft that is left in the middle of a word is whole when it is opened again at once', async ({ win }) => {
  await newProfile(win, inspector)
  await win.keyboard.press('Control+n')
  const place = field(win, '/sampling/place')
  let typed = ''
  for (const words of ['成品仓库', '三号库位', '靠东墙', '第二排']) {
    await expect(place).toHaveValue(typed)
    await place.focus()
    await win.keyboard.press('End')
    await win.keyboard.insertText(words)
    typed += words
    await goTo(win, '/settings')
    await expect(screen(win, 'settings')).toBeVisible()
    await win.evaluate(() => history.back())
    await expect(screen(win, 'sheet-form')).toBeVisible()
  }
  await expect(place).toHaveValue(typed)
})
