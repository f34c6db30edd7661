import { expect, test } from 'vitest'
import { numbersIn } from '../../renderer/spot-check/numbers-in'
import { targetsIn } from '../../renderer/spot-check/target-lines'

test('a list as it is copied becomes enterprises: columns in any order, headings left out', () => {
  const list =
    '序号\t企业名称\t统一社会信用代码\t地址\n1\t演示·甲厂\t91500103ma0dem013q\t演示路 1 号\n91500154MA0DEM021F，演示·乙厂\n\n演示·丙厂'
  expect(targetsIn(list)).toEqual([
    { name: '演示·甲厂', uscc: '91500103MA0DEM013Q', address: '演示路 1 号' },
    { name: '演示·乙厂', uscc: '91500154MA0DEM021F' },
    { name: '演示·丙厂' },
  ])
})

test('numbers are read whatever stands between them', () => {
  expect(numbersIn('3、17，２５ 号')).toEqual([3, 17, 25])
  expect(numbersIn('')).toEqual([])
})
