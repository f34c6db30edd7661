import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TestItem } from '#shared/reference/test-item'
import { explainItem, explainVerdict, itemVerdict, sheetVerdict } from '#shared/reference/verdict'

type Facts = Partial<TestItem>
const atMost = (high: string, result: string): Facts => ({ requirement: 'atMost', high, result })
const atLeast = (low: string, result: string): Facts => ({ requirement: 'atLeast', low, result })
const between = (low: string, high: string, result: string): Facts => ({ requirement: 'between', low, high, result })

describe('one item', () => {
  test.each([
    ['at its upper limit', atMost('3.5', '3.5'), 'pass'],
    ['a hair above it: compared in full, never rounded', atMost('3.5', '3.51'), 'fail'],
    ['0.1 + 0.2 is 0.3, as on paper', atMost('0.3', '0.30'), 'pass'],
    ['a number written with trailing zeros', atMost('20', '20.000'), 'pass'],
    ['at its lower limit', atLeast('45', '45'), 'pass'],
    ['below its lower limit', atLeast('45', '44.9'), 'fail'],
    ['inside its range', between('4.0', '7.5', '7.5'), 'pass'],
    ['outside its range', between('4.0', '7.5', '3.99'), 'fail'],
    ['a negative limit', atMost('-30', '-31'), 'pass'],
    ['equal', { requirement: 'equals', high: '5', result: '5.0' }, 'pass'],
    ['not equal', { requirement: 'equals', high: '5', result: '6' }, 'fail'],
    ['as expected in words', { requirement: 'qualitative', expected: '合格', result: ' 合格 ' }, 'pass'],
    ['not as expected in words', { requirement: 'qualitative', expected: '合格', result: '不合格' }, 'fail'],
    ['not detected, the detection limit below the upper limit', { ...atMost('20', '未检出'), lod: '5' }, 'pass'],
    ['not detected, the detection limit above the upper limit: decides nothing', { ...atMost('20', '未检出'), lod: '25' }, 'undecided'],
    ['not detected, no detection limit known: decides nothing', atMost('20', '未检出'), 'undecided'],
    ['below detection, against an upper limit', atMost('20', '<5'), 'pass'],
    ['below detection in full-width', atMost('20', '＜5'), 'pass'],
    ['below a number above the limit: decides nothing', atMost('20', '<25'), 'undecided'],
    ['ND, with its detection limit', { ...atMost('20', 'nd'), lod: '0.1' }, 'pass'],
    ['<LOD, with its detection limit', { ...atMost('20', '<LOD'), lod: '0.1' }, 'pass'],
    ['not detected, the detection limit below the lower limit', { ...atLeast('1', '未检出'), lod: '0.5' }, 'fail'],
    ['not detected, the detection limit above the lower limit', { ...atLeast('1', '未检出'), lod: '2' }, 'undecided'],
    ['more than the lower limit', atLeast('10', '>100'), 'pass'],
    ['more than the upper limit', atMost('10', '>100'), 'fail'],
    ['below the range', between('1', '2', '<0.5'), 'fail'],
    ['in another unit, within', { ...atMost('3.5', '34'), unit: '%', resultUnit: 'g/kg' }, 'pass'],
    ['in another unit, beyond', { ...atMost('3.5', '36'), unit: '%', resultUnit: 'g/kg' }, 'fail'],
    ['must not be found, and was not', { requirement: 'qualitative', expected: '不得检出', result: '未检出' }, 'pass'],
    ['must not be found, and was below detection', { requirement: 'qualitative', expected: '不得检出', result: '<10' }, 'pass'],
    ['must not be found, and was', { requirement: 'qualitative', expected: '不得检出', result: '检出' }, 'fail'],
    ['not tested yet', atMost('20', ''), 'undecided'],
    ['a result that is no number', atMost('20', '约 3'), 'undecided'],
    ['a limit is missing', { requirement: 'between', low: '1', result: '2' }, 'undecided'],
    ['what is expected is missing', { requirement: 'qualitative', result: '合格' }, 'undecided'],
    ['nothing is known', {}, 'undecided'],
  ] as const)('%s', (_name, item, verdict) => {
    expect(itemVerdict(item)).toBe(verdict)
  })

  test('an upper limit fails exactly what a lower limit just above it passes', () => {
    const decimal = fc
      .tuple(fc.integer({ min: -9999, max: 9999 }), fc.nat({ max: 999 }))
      .map(([whole, part]) => `${String(whole)}.${String(part).padStart(3, '0')}`)
    fc.assert(
      fc.property(decimal, decimal, (limit, result) => {
        const [most, least] = [itemVerdict(atMost(limit, result)), itemVerdict(atLeast(limit, result))]
        expect([most, least]).toContain('pass')
        expect(most === 'pass' && least === 'pass').toBe(Number(limit) === Number(result))
      }),
    )
  })
})

describe('the whole sheet', () => {
  const passed = { ...atMost('1', '1'), weight: 'B' } as const
  const failed = { ...atMost('1', '2'), weight: 'B' } as const
  const failedA = { ...atMost('1', '2'), weight: 'A' } as const
  const open = { ...atMost('1', ''), weight: 'A' } as const
  test.each([
    ['all passed: no nonconformity found', [passed, passed], 'noNonconformityFound'],
    ['one failed', [passed, failed], 'nonconforming'],
    ['an A item failed', [failed, failedA], 'seriouslyNonconforming'],
    ['one is still open', [passed, open], 'undecided'],
    ['one failed while another is open: it is failed already', [open, failed], 'nonconforming'],
    ['no items', [], 'undecided'],
  ] as const)('%s', (_name, items, verdict) => {
    expect(sheetVerdict(items)).toBe(verdict)
  })
})

describe('明示 and 标准', () => {
  const claimed = (facts: Facts): ReturnType<typeof explainItem> => explainItem({ requirement: 'atMost', high: '5', ...facts })
  test.each([
    ['a stricter claim decides', { claimHigh: '3', result: '4' }, 'fail', 'claim'],
    ['a stricter claim is met', { claimHigh: '3', result: '2' }, 'pass', 'claim'],
    ['a looser claim does not soften a mandatory limit', { claimHigh: '8', result: '6' }, 'fail', 'limit'],
    ['a claim as strict as the limit: the limit decides', { claimHigh: '5.0', result: '6' }, 'fail', 'limit'],
    [
      'what a recommended standard asks and nobody claims is not judged',
      { standing: 'recommended', result: '9' },
      'undecided',
      'notJudged',
    ],
    ['of a recommended standard what is claimed binds', { standing: 'recommended', claimHigh: '8', result: '6' }, 'pass', 'claim'],
    ['a lower end that only the label claims', { claimLow: '2', result: '1' }, 'fail', 'claim'],
  ] as const)('%s', (_name, facts, verdict, decidedBy) => {
    expect(claimed(facts)).toMatchObject({ verdict, decidedBy })
  })

  test('of two limits the stricter one decides, whoever asks it', () => {
    const number = fc.integer({ min: -50, max: 50 })
    fc.assert(
      fc.property(number, number, number, (high, claimHigh, result) => {
        const item = { requirement: 'atMost' as const, high: String(high), claimHigh: String(claimHigh), result: String(result) }
        expect(itemVerdict(item)).toBe(result <= Math.min(high, claimHigh) ? 'pass' : 'fail')
      }),
    )
  })

  test('items that are not judged stand beside the verdict, not in it', () => {
    const open = { requirement: 'atMost', high: '1', standing: 'recommended', weight: 'A', result: '9' } as const
    const passed = { ...atMost('1', '1'), weight: 'B' } as const
    expect(sheetVerdict([passed, open])).toBe('noNonconformityFound')
    expect(sheetVerdict([open])).toBe('undecided')
    expect(explainVerdict([passed, open], 'X').sentence.zh).toBe('依据 X，判定 1 项（另 1 项不判定），均符合：未发现不合格')
  })
})

describe('the verdict in one sentence', () => {
  const item = (changes: Facts): Facts => ({ name: '三氧化硫', unit: '%', requirement: 'atMost', high: '3.5', weight: 'B', ...changes })
  test.each([
    [{ result: '3.4' }, '三氧化硫：实测 3.4 %，应为 ≤ 3.5 %（标准值，全数值比较），符合'],
    [{ result: '3.54', comparison: 'rounded' }, '三氧化硫：实测 3.54 %，修约为 3.5 %，应为 ≤ 3.5 %（标准值，修约值比较），符合'],
    [{ result: '36', resultUnit: 'g/kg' }, '三氧化硫：实测 36 g/kg（合 3.6 %），应为 ≤ 3.5 %（标准值，全数值比较），不符合'],
    [{ result: '3.4', claimHigh: '3.0' }, '三氧化硫：实测 3.4 %，应为 ≤ 3.0 %（明示值，全数值比较），不符合'],
    [{ result: '未检出' }, '三氧化硫：实测 未检出，没有给出检出限，不能判定'],
    [{ result: '' }, '三氧化硫：还没有结果'],
    [{ standing: 'recommended', result: '9' }, '三氧化硫：实测 9 %，推荐性标准的项目，产品没有明示，不判定'],
  ] as const)('%j', (changes, sentence) => {
    expect(explainItem(item(changes)).sentence.zh).toBe(sentence)
  })

  test('a pass, a fail and a serious one say by which edition and on which item', () => {
    const [pass, fail, serious] = [item({ result: '1' }), item({ result: '4' }), item({ name: '氯离子', result: '5', weight: 'A' })]
    expect(explainVerdict([pass], 'GB 175-2023')).toEqual({
      verdict: 'noNonconformityFound',
      failed: [],
      sentence: {
        zh: '依据 GB 175-2023，判定 1 项，均符合：未发现不合格',
        en: 'By GB 175-2023, 1 item judged, all met: no nonconformity found',
      },
    })
    expect(explainVerdict([pass, fail], 'GB 175-2023')).toMatchObject({ verdict: 'nonconforming', failed: ['三氧化硫'] })
    const { verdict, failed, sentence } = explainVerdict([pass, fail, serious], 'GB 175-2023')
    expect({ verdict, failed }).toEqual({ verdict: 'seriouslyNonconforming', failed: ['三氧化硫', '氯离子'] })
    expect(sentence.zh).toBe(
      '依据 GB 175-2023，判定 3 项，2 项不符合，其中 A 类 1 项（氯离子：实测 5 %，应为 ≤ 3.5 %（标准值，全数值比较），不符合；三氧化硫：实测 4 %，应为 ≤ 3.5 %（标准值，全数值比较），不符合）：严重不合格',
    )
    expect(sentence.en).toContain('seriously nonconforming')
  })

  test('however many items there are and however they are named, the sentence fits a record', () => {
    const many = Array.from({ length: 100 }, () => item({ name: '很'.repeat(120), result: '9'.repeat(12), method: 'x' }))
    expect(explainVerdict(many, '版'.repeat(200)).sentence.zh.length).toBeLessThan(1000)
  })
})
