import { expect, test } from 'vitest'
import { shippedLayouts } from '#electron/reference/shipped-layouts'
import { kinds } from '#shared/app/kinds'
import { paperChoices } from '#shared/app/paper-choices'
import { decideLayout } from '#shared/paper/decide-layout'
import { PaperLayout } from '#shared/paper/layout'

const layouts = shippedLayouts.map((input) => PaperLayout.parse(input))

test('the statutory set is there, each with its legal basis and where it is from', () => {
  expect(layouts.map(({ name, title }) => [name, title.zh])).toEqual([
    ['samplingSheet', '产品质量监督抽查抽样单'],
    ['foodSamplingSheet', '食品安全抽样检验抽样单'],
    ['spotCheckNotice', '产品质量监督抽查通知书'],
    ['sealNotice', '样品封存（处置）告知书'],
    ['workFeedback', '企业对抽样人员工作反馈意见'],
    ['notFoundStatement', '未抽到样品企业情况说明表'],
    ['refusalStatement', '产品质量监督抽查拒检认定表'],
    ['terminationRecord', '终止抽样记录'],
    ['resultNotice', '产品质量监督抽查检验结果通知书'],
    ['rectificationOrder', '责令改正通知书'],
    ['recheckNotice', '产品质量监督抽查复查通知书'],
    ['drawList', '“双随机、一公开”抽取结果'],
    ['enterprisePortrait', '企业质量画像'],
    ['doorCard', '登门卡'],
    ['visitRecord', '巡诊记录与处方单'],
  ])
  for (const { basis, source } of layouts) expect(`${basis.zh} ${source}`).toMatch(/第[一二三四五六七八九十]+条|没有法定格式/)
})

test.each(shippedLayouts.map((layout) => [PaperLayout.parse(layout).name, layout] as const))(
  '%s points only at facts that its kinds of record have, in words that exist',
  (_name, layout) => {
    const schemaOf = (kind: string) => kinds.find(({ name }) => name === kind)?.schema
    const decided = decideLayout(layout, { schemaOf, words: { choices: paperChoices } })
    expect(decided.ok ? [] : decided.problems).toEqual([])
    for (const kind of PaperLayout.parse(layout).for) expect([kind, schemaOf(kind)]).not.toContain(undefined)
  },
)

test('the feedback of the enterprise asks eleven questions and leaves the answers to it', () => {
  const [checklist] = layouts.find(({ name }) => name === 'workFeedback')?.blocks.filter(({ block }) => block === 'checklist') ?? []
  expect(checklist).toMatchObject({ block: 'checklist' })
  expect(checklist?.block === 'checklist' ? checklist.questions.map(({ at }) => at) : []).toEqual(Array.from({ length: 11 }))
})

test('the sampling sheet comes in four numbered copies', () => {
  expect(layouts[0]?.copies.map(({ no, zh }) => `${String(no)} ${zh}`)).toEqual(['1 存根', '2 检验机构联', '3 受检单位联', '4 组织部门联'])
})
