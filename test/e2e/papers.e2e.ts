import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import decodeQR from 'qr/decode.js'
import { idOf, printedPapers, RARE_PARTY } from '../paper/paper-records.ts'
import { expect, test } from './fixtures.ts'
import { differenceOf, fontsOf, type Grey, hasPicture, isAlike, needPoppler, pageOf, readPng, textOf, writePng } from './paper-pictures.ts'
import { act, answerDialogs, goTo, screen } from './steps.ts'

test.setTimeout(240_000)

/** `XUNZHI_PICTURES=write`: what is printed now is how it shall look from now on. Look at the pictures before they are committed. */
const WRITE = process.env['XUNZHI_PICTURES'] === 'write'
const FOLDER = 'test/fixtures/papers'
const DPI = 60

/** What the law wants to read on each paper. */
const STATUTORY: Readonly<Record<string, readonly string[]>> = {
  samplingSheet: [
    '产品质量监督抽查抽样单',
    '抽样基数',
    '受检单位',
    '自检合格的待销产品',
    '不锈钢菜刀',
    '第二联',
    '第三联',
    '第四联',
    '附：现场照片',
  ],
  foodSamplingSheet: ['食品安全抽样检验抽样单', '被抽样单位', '区域类型', '保质期', '储存条件'],
  spotCheckNotice: ['产品质量监督抽查通知书', '抽样人员不得少于两人', '按标价购买', '书面异议'],
  sealNotice: ['样品封存（处置）告知书', '备用样品', '隐匿、转移、变卖、损毁', '演示封-备-0001'],
  workFeedback: ['企业对抽样人员工作反馈意见', '抽样人员是否不少于 2 人', '是否未向企业收取任何费用', '非常满意', '不满意'],
  notFoundStatement: ['未抽到样品企业情况说明表', '☑ 转产', '☐ 停产', '全部用于出口', '最近一年是否有销'],
  refusalStatement: ['产品质量监督抽查拒检认定表', '事实', '经两次告知', '见证人', '情况属实'],
  terminationRecord: ['终止抽样记录', '☑ 无营业执照', '报告对象'],
  resultNotice: ['检验结果通知书', '收到本通知书之日起15日内', '异议期限至2026年8月18日止', '≥ 50 HRC', '复检'],
  rectificationOrder: ['责令改正通知书', '60日内改正', '热处理工艺', '行政复议'],
  recheckNotice: ['复查通知书', '无偿提供', '不得恢复生产、销售'],
  enterprisePortrait: ['企业质量画像', '质量信用', 'A 级', '区长质量管理奖', '02724Q10001R0M', '未了问题', '巡诊'],
  doorCard: ['登门卡', '炉温控制不稳', '炉温每班记录', '部分落实', '未了问题与处方'],
  visitRecord: ['巡诊记录与处方单', '质量医生定向', '三项制度', '炉温每班记录', '一线职工 12 人次', '不是执法文书', '受访企业', '第二联'],
}

/** Makes the profile whose lines are always the same; answers record → sha256 of its line. */
function makeProfile(home: string): Record<string, string> {
  const folder = join(home, 'profiles', 'papers')
  const told = execFileSync(process.execPath, ['test/paper/make-paper-profile.child.ts', folder], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Asia/Shanghai' },
  })
  return JSON.parse(told) as Record<string, string>
}

async function enter(win: Page): Promise<void> {
  await win.getByRole('button', { name: /演示·抽样员甲/ }).click()
  await expect(screen(win, 'today')).toBeVisible()
}

/** As a person does it: the papers of the record, this one, save. */
async function savePaper(app: ElectronApplication, win: Page, paper: { layout: string; rid: string; file: string }): Promise<void> {
  await goTo(win, `/papers/${paper.rid}`)
  await win.locator(`[data-paper="${paper.layout}"]`).click()
  await expect(win.locator('[data-screen="papers"] .paper-page').first()).toBeVisible()
  await answerDialogs(app, paper.file)
  await act(win, 'save-pdf')
  await expect.poll(() => existsSync(paper.file), { timeout: 30_000 }).toBe(true)
  await expect(win.locator('[data-action="save-pdf"]')).toBeEnabled()
}

const pagesOf = (pdf: string): number => Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))?.[1] ?? 0)
const copiesIn = (text: string): number => new Set(text.match(/第[一二三四五六]联/g)).size
const flat = (text: string): string => text.replace(/\s+/g, '')

function compare(name: string, page: Grey): void {
  const golden = `${FOLDER}/${name}.png`
  if (WRITE) writePng(golden, page)
  expect(hasPicture(golden), `${golden} is there; XUNZHI_PICTURES=write makes it`).toBe(true)
  const difference = differenceOf(readPng(golden), page)
  if (!isAlike(difference)) writePng(test.info().outputPath(`${name}.png`), page)
  expect({ ...difference, alike: isAlike(difference) }, `${name} looks as in ${golden}`).toMatchObject({ alike: true })
}

function readCode(pdf: string): string | undefined {
  const { width, height, pixels } = pageOf(pdf, 1, 200)
  const data = new Uint8ClampedArray(width * height * 4)
  for (const [index, grey] of pixels.entries()) data.set([grey, grey, grey, 255], index * 4)
  try {
    return decodeQR({ width, height, data })
  } catch {
    return undefined // there is none
  }
}

test.beforeAll(needPoppler)

test('every paper of the law is printed as it was designed, its text is text, its fonts are inside', async ({ home, launch }) => {
  const lines = makeProfile(home)
  const { app, win } = await launch()
  await enter(win)
  for (const [layout, rid] of printedPapers) {
    await test.step(layout, async () => {
      const file = join(home, `${layout}.pdf`)
      await savePaper(app, win, { layout, rid, file })
      const text = textOf(file)
      for (const words of [...(STATUTORY[layout] ?? ['?']), RARE_PARTY]) expect(flat(text), `${layout}: ${words}`).toContain(flat(words))
      const fonts = fontsOf(file)
      expect(fonts.length).toBeGreaterThan(0)
      expect(fonts.filter(({ embedded }) => !embedded)).toEqual([])
      expect(readCode(file)).toMatch(new RegExp(`^XUNZHI:1:[A-Z0-9][A-Za-z0-9-]+:${lines[rid] ?? '?'}:${layout}$`))
      const pages = pagesOf(file) / copiesIn(text)
      for (let page = 1; page <= pages; page++) compare(`${layout}-${String(page)}`, pageOf(file, page, DPI))
    })
  }
})

test('a second print says so on the paper; a chosen copy is printed alone, and English is printed where it is wanted', async ({
  home,
  launch,
}) => {
  makeProfile(home)
  const { app, win } = await launch()
  await enter(win)
  const paper = { layout: 'sealNotice', rid: idOf(1) }
  const [first, second] = [join(home, 'first.pdf'), join(home, 'second.pdf')]
  await savePaper(app, win, { ...paper, file: first })
  expect(flat(textOf(first))).not.toContain('补打')
  await expect(win.locator('[data-paper="sealNotice"]')).toContainText('已打印 1 次')
  for (const no of [1, 3]) await win.locator(`[data-copy-choice="${String(no)}"]`).uncheck()
  await act(win, 'english')
  await expect(win.locator('.paper-reprint').first()).toContainText('补打 第2次')
  await answerDialogs(app, second)
  await act(win, 'save-pdf')
  await expect.poll(() => existsSync(second), { timeout: 30_000 }).toBe(true)
  const text = textOf(second)
  expect(flat(text)).toContain('补打第2次')
  expect(text.match(/第[一二三四]联/g)?.every((copy) => copy === '第二联')).toBe(true)
  expect(text).toContain('Notice of Sealed Samples')
})

test('a draft is printed as a draft, without a code @packaged', async ({ app, win, home }) => {
  await act(win, 'open-demo')
  await expect(screen(win, 'today')).toBeVisible({ timeout: 60_000 })
  await goTo(win, '/spot-checks?state=draft')
  await win.locator('[data-screen="sheets"] tbody a').first().click()
  await expect(screen(win, 'sheet-form')).toBeVisible()
  const rid = new URL(win.url()).hash.split('/').at(-1) ?? ''
  const file = join(home, 'draft.pdf')
  await savePaper(app, win, { layout: 'samplingSheet', rid, file })
  expect(flat(textOf(file))).toContain('未定稿，无校验码')
  expect(readCode(file)).toBeUndefined()
})
