import { expect, test } from 'vitest'
import { enterpriseLine, samplerLine } from '#shared/plan/pool-line'
import { readEnterprises, readSamplers } from '#shared/plan/read-pool'

test('a range pasted from a table is read whatever the order of its columns, without its headings and running numbers', () => {
  const cement = { name: '重庆示范水泥有限公司', uscc: '91500103MA0DEM013Q' }
  for (const text of [
    '重庆示范水泥有限公司\t91500103MA0DEM013Q',
    '91500103ma0dem013q\t重庆示范水泥有限公司\r\n',
    '序号\t统一社会信用代码\t企业名称\n\n1\t91500103MA0DEM013Q\t重庆示范水泥有限公司\n',
  ])
    expect(readEnterprises(text)).toEqual({ entries: [cement], problems: [] })
})

test('a name with a comma stays one name; a row that is only a number or a wrong code is told with its line', () => {
  expect(readEnterprises('A, B & Co., Ltd').entries).toEqual([{ name: 'A, B & Co., Ltd' }])
  expect(readEnterprises('示范一厂\n示范二厂\t91500103MA0DEM013X\n91500103MA0DEM013Q').problems).toMatchObject([
    { code: 'draw.badCode', facts: { line: 2 } },
    { code: 'draw.nameless', facts: { line: 3 } },
  ])
})

test('people are read a row each: name, organisation, certificate', () => {
  expect(readSamplers('姓名\t单位\n李芳\t渝中局\t执法001\n王强，渝中局\n赵敏')).toEqual([
    { name: '李芳', org: '渝中局', certificateNo: '执法001' },
    { name: '王强', org: '渝中局' },
    { name: '赵敏' },
  ])
})

test('a line of a pool is one readable line, whatever was in the names', () => {
  expect(enterpriseLine({ name: ' 示\u0000范\u2028厂\t  ', uscc: '91500103MA0DEM013Q' })).toBe('91500103MA0DEM013Q 示 范 厂')
  expect(enterpriseLine({ name: '示范厂', enterpriseId: 'id-1' })).toBe('id-1 示范厂')
  expect(samplerLine({ name: '李芳', org: '渝中局', certificateNo: '001' })).toBe('李芳 渝中局 001')
})
