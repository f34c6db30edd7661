import type Big from 'big.js'

type Factors = Readonly<Record<string, string>>

/** Units that can be turned into each other, by quantity: how much one is of the first of its kind. */
const QUANTITIES: readonly Factors[] = [
  {
    '%': '0.01',
    'g/100g': '0.01',
    'g/kg': '0.001',
    'mg/g': '0.001',
    'mg/100g': '0.00001',
    'mg/kg': '0.000001',
    'μg/g': '0.000001',
    'μg/100g': '0.00000001',
    'μg/kg': '0.000000001',
    'ng/g': '0.000000001',
    'ng/kg': '0.000000000001',
  },
  {
    'g/mL': '1000',
    'g/100mL': '10',
    'g/L': '1',
    'mg/mL': '1',
    'mg/100mL': '0.01',
    'mg/L': '0.001',
    'μg/mL': '0.001',
    'μg/L': '0.000001',
    'ng/L': '0.000000001',
  },
  { MPa: '1000000', 'N/mm²': '1000000', kPa: '1000', Pa: '1', 'kN/m²': '1000', 'N/m²': '1', GPa: '1000000000' },
  { kN: '1000', N: '1', mN: '0.001' },
  { km: '1000', m: '1', dm: '0.1', cm: '0.01', mm: '0.001', μm: '0.000001', nm: '0.000000001' },
  { 'm²': '1', 'cm²': '0.0001', 'mm²': '0.000001' },
  { t: '1000', kg: '1', g: '0.001', mg: '0.000001', μg: '0.000000001' },
  { L: '1', mL: '0.001', μL: '0.000001' },
  { d: '86400', h: '3600', min: '60', s: '1', ms: '0.001' },
  { MJ: '1000000', kJ: '1000', J: '1' },
  { kV: '1000', V: '1', mV: '0.001' },
  { MΩ·km: '1000000', kΩ·km: '1000', Ω·km: '1' },
  { 'kΩ/km': '1000', 'Ω/m': '1000', 'Ω/km': '1', 'mΩ/m': '1' },
]

/** Other spellings of a unit: characters that look alike, and the Chinese names. */
const SPELLINGS: Readonly<Record<string, string>> = {
  'ug/kg': 'μg/kg',
  'ug/g': 'μg/g',
  'ug/L': 'μg/L',
  'ug/mL': 'μg/mL',
  'ug/100g': 'μg/100g',
  'mg/l': 'mg/L',
  'g/l': 'g/L',
  'μg/l': 'μg/L',
  ppm: 'mg/kg',
  um: 'μm',
  ug: 'μg',
  Mpa: 'MPa',
  'N/mm2': 'N/mm²',
  'kN/m2': 'kN/m²',
  m2: 'm²',
  cm2: 'cm²',
  mm2: 'mm²',
  ml: 'mL',
  l: 'L',
  sec: 's',
  hr: 'h',
  '°C': '℃',
  ºC: '℃',
  米: 'm',
  厘米: 'cm',
  毫米: 'mm',
  千米: 'km',
  微米: 'μm',
  吨: 't',
  千克: 'kg',
  公斤: 'kg',
  克: 'g',
  毫克: 'mg',
  升: 'L',
  毫升: 'mL',
  天: 'd',
  小时: 'h',
  分钟: 'min',
  分: 'min',
  秒: 's',
  牛: 'N',
  千牛: 'kN',
  兆帕: 'MPa',
  千帕: 'kPa',
  帕: 'Pa',
}

/** One spelling of a unit; '' when there is none. */
export function normalizeUnit(unit: string | undefined): string {
  const text = (unit ?? '').trim().replaceAll(/\s+/g, '').replaceAll('µ', 'μ').replaceAll('％', '%').replaceAll('／', '/')
  return SPELLINGS[text] ?? text
}

const ZERO_CELSIUS = '273.15'

function temperature(value: Big, from: string, to: string): Big | null {
  if (from === '℃' && to === 'K') return value.plus(ZERO_CELSIUS)
  return from === 'K' && to === '℃' ? value.minus(ZERO_CELSIUS) : null
}

/** A value in another unit, to 20 decimals; null when the two measure different things. A unit left out is the one that is asked for. */
export function convertUnit(value: Big, from: string | undefined, to: string | undefined): Big | null {
  const [source, target] = [normalizeUnit(from), normalizeUnit(to)]
  if (source === '' || source === target) return value
  const factors = QUANTITIES.find((units) => units[source] !== undefined && units[target] !== undefined)
  if (factors === undefined) return temperature(value, source, target)
  return value.times(factors[source] ?? '1').div(factors[target] ?? '1')
}
