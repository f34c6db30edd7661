import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import type { BlockOf, ModelBlock, PaperModel } from '#shared/paper/paper-model'
import { type AWorld, aWorld } from '../app/a-world.ts'
import { anEnterprise, aProblem, aVisit } from './a-visit.ts'
import { anAgreement } from './an-agreement.ts'

const layout = 'visitRecord'

const modelOf = async ({ done }: AWorld, record: string): Promise<PaperModel> => (await done('paper.get', { record, layout })).model
const blocksOf = <B extends ModelBlock['block']>({ blocks }: PaperModel, block: B): BlockOf<B>[] =>
  blocks.filter((one): one is BlockOf<B> => one.block === block)

/** What stands in each field, by its label. */
const fieldsOf = (model: PaperModel): Readonly<Record<string, string>> =>
  Object.fromEntries(
    blocksOf(model, 'fields').flatMap(({ parts }) =>
      parts.flatMap(({ rows }) => rows.flatMap((row) => row.map(({ label, value }) => [label.zh, value.zh] as const))),
    ),
  )

/** The rows of the tables: diagnosis, problems, prescriptions, trainings. */
const tablesOf = (model: PaperModel): string[][][] => blocksOf(model, 'list').map(({ rows }) => rows.map((row) => row.map(({ zh }) => zh)))
const sentencesOf = (model: PaperModel): string[] => blocksOf(model, 'paragraph').map(({ text }) => text.zh)

async function aFullVisit(world: AWorld): Promise<string> {
  const enterprise = await anEnterprise(world)
  const [first, second] = [newRecordId(), newRecordId()]
  return aVisit(world, enterprise, {
    agreementId: await anAgreement(world, enterprise, { no: 'XY-7' }),
    arrivedAt: '09:10',
    helpers: [{ name: '李芳', org: '渝中区质量服务中心' }, { name: '王强' }],
    companions: ['周厂长', '吴主任'],
    diagnosis: [{ dimension: 'metrology', score: 2, evidence: '台账缺失' }, { dimension: 'digital' }],
    controls: { daily: { carried: 'yes', lastOn: '2026-11-21' }, weekly: { carried: 'partly' }, riskList: false },
    problems: [aProblem({ id: first }), aProblem({ id: second, type: 'managerial', description: '首检记录不全' })],
    prescriptions: [
      { problem: second, measure: '首检每班记录', owner: '吴主任' },
      { problem: first, measure: '送检压力表', owner: '周厂长', due: '2026-12-10', resource: 'metrology' },
    ],
    trainings: [
      { topic: '首检与巡检', managers: 12, workers: 30 },
      { topic: '计量器具台账', managers: 3, workers: 0, hours: 1 },
    ],
    satisfaction: { score: 96, comment: '讲得明白' },
    receivedBy: '周厂长',
  })
}

test('a visit is printed with what was found, prescribed for which problem, and taught to whom', async () => {
  const world = await aWorld()
  const model = await modelOf(world, await aFullVisit(world))
  expect(fieldsOf(model)).toMatchObject({
    日期: '2026年11月22日',
    巡诊类型: '质量医生定向',
    '初诊 / 复诊': '☑ 初诊　☐ 复诊',
    服务协议编号: 'XY-7',
    到达时间: '09:10',
    离开时间: '/',
    帮扶人员: '李芳（渝中区质量服务中心）、王强',
    陪同人员: '周厂长、吴主任',
    日管控: '落实',
    周排查: '部分落实',
    月调度: '/',
    有风险管控清单: '否',
    企业满意度: '96 / 100',
    企业意见: '讲得明白',
  })
  expect(tablesOf(model)).toEqual([
    [
      ['计量', '2', '台账缺失'],
      ['数字化与知识产权', '/', '/'],
    ],
    [
      ['1', '压力表超过检定有效期', '/', '计量', '技术', '一般', '计量'],
      ['2', '首检记录不全', '/', '计量', '管理', '一般', '计量'],
    ],
    [
      ['2', '首检每班记录', '吴主任', '/', '/', '/'],
      ['1', '送检压力表', '周厂长', '2026年12月10日', '计量', '/'],
    ],
    [
      ['1', '首检与巡检', '12', '30', '/'],
      ['2', '计量器具台账', '3', '0', '1'],
    ],
  ])
  expect(blocksOf(model, 'list').at(-1)?.foot?.value.zh).toBe('管理人员 15 人次；一线职工 30 人次')
})

test('it says that it is advice and costs nothing, and has a place for the enterprise and a line for each helper', async () => {
  const world = await aWorld()
  const model = await modelOf(world, await aFullVisit(world))
  expect(sentencesOf(model).at(-1)).toMatch(/建议，不是执法文书，不收取任何费用/)
  expect(blocksOf(model, 'signatures')).toMatchObject([
    {
      places: [
        { title: { zh: '受访企业' }, stamp: true, text: { zh: '受访人：周厂长' }, people: [] },
        { title: { zh: '帮扶人员' }, people: [{ name: '李芳' }, { name: '王强' }] },
      ],
    },
  ])
  const helpers = Array.from({ length: 7 }, (_helper, index) => ({ name: `队员${String(index)}` }))
  const crowd = await modelOf(
    world,
    await aVisit(world, await anEnterprise(world, { uscc: undefined, noUsccReason: '新设' }), { no: 'V2', helpers }),
  )
  expect(blocksOf(crowd, 'signatures')).toMatchObject([{ places: [{}, { dated: true, people: [] }] }])
})

test('a draft with nothing in it and a visit that found nothing leave no blank that somebody could fill in', async () => {
  const world = await aWorld()
  const draft = newRecordId()
  await world.done('record.saveDraft', { id: draft, kind: 'visit', doc: {} })
  const visit = await aVisit(world, await anEnterprise(world))
  for (const model of [await modelOf(world, draft), await modelOf(world, visit)]) {
    expect(Object.values(fieldsOf(model))).not.toContain('')
    expect(tablesOf(model).map((rows) => rows.map((row) => new Set(row)))).toEqual(Array.from({ length: 4 }, () => [new Set(['/'])]))
    expect(blocksOf(model, 'list').map(({ foot }) => foot)).toEqual([null, null, null, null])
    expect(sentencesOf(model)).toHaveLength(1)
  }
})

test('what was said anonymously is not on a paper that names the enterprise', async () => {
  const world = await aWorld()
  const satisfaction = { score: 41, comment: '来得太晚', anonymous: true }
  const model = await modelOf(world, await aVisit(world, await anEnterprise(world), { satisfaction }))
  expect(fieldsOf(model)).toMatchObject({ 企业满意度: '/', 企业意见: '/' })
  expect(JSON.stringify(model)).not.toMatch(/41 \/ 100|来得太晚/)
  expect(sentencesOf(model)[0]).toMatch(/匿名反馈/)
})
