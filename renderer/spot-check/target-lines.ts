import { normalizeUscc } from '#shared/enterprise/uscc'

export interface TargetLine {
  readonly name: string
  readonly uscc?: string
  readonly address?: string
}

const CODE = /[0-9A-Z]{18}/

/**
 * Lines of a list as people copy it: name, credit code and address in any order of columns, separated by tabs or commas. Lines
 * without a name, and headings, are left out.
 */
export function targetsIn(text: string): TargetLine[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split(/\t|,|，|;|；/).map((cell) => cell.trim()))
    .flatMap((cells) => {
      const code = cells.map(normalizeUscc).find((cell) => CODE.test(cell) && cell.length === 18)
      const words = cells.filter((cell) => cell !== '' && normalizeUscc(cell) !== code && !/^\d+\.?$/.test(cell))
      const [name = '', address] = words
      if (name.length < 2 || HEADINGS.test(name)) return []
      return [{ name, ...(code === undefined ? {} : { uscc: code }), ...(address === undefined ? {} : { address }) }]
    })
}

const HEADINGS = /^(\u5e8f\u53f7|(\u4f01\u4e1a|\u5355\u4f4d)?\u540d\u79f0|name)$/i
