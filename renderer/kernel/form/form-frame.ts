import { type ComponentType, createContext, useContext } from 'react'
import type { Problem } from '#shared/kernel/result'
import type { ControlProps } from '../controls/control'
import { useAnyWord } from '../i18n'
import type { FormField } from './field-spec'

/** What a control of a form's own kind is given. */
export interface FieldControlProps extends Omit<ControlProps<never>, 'value' | 'onChange'> {
  readonly of: FormField
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** A kind of field that one feature adds: its control and, if it has any, the live words under it. */
export interface FieldKindOf {
  readonly Control: ComponentType<FieldControlProps>
  readonly Hint?: ComponentType<{ readonly of: FormField; readonly error: string | undefined }>
}

/** What the parts of a form share besides the values themselves (those are in react-hook-form's own context). */
export interface FormFrame {
  /**
   * Where its words stand in the word tree, `spotCheck` for example: `<words>.field.<key>`, `<words>.choice.<choices>.<code>`,
   * `<words>.unit.<unit>`, `<words>.section.<name>`.
   */
  readonly words: string
  readonly problems: readonly Problem[]
  /** After a refused sealing every empty field that is asked for is marked; before, only what is wrong. */
  readonly strict: boolean
  /** A sealed document is being corrected: its photos and signatures stay as they are. */
  readonly correcting: boolean
  readonly isUnfinished: (problem: Problem) => boolean
  readonly kinds?: Readonly<Record<string, FieldKindOf>>
}

export const FormFrameContext = createContext<FormFrame | null>(null)

export function useFormFrame(): FormFrame {
  const frame = useContext(FormFrameContext)
  if (frame === null) throw new Error('outside of a form')
  return frame
}

/** The words of the form's fields. */
export function useFieldWords(words: string) {
  const say = useAnyWord()
  return {
    label: ({ key }: FormField) => say(`${words}.field.${key}`),
    choice: ({ choices, key }: FormField, code: string) => say(`${words}.choice.${choices ?? key}.${code}`),
    unit: (unit: string) => say(`${words}.unit.${unit}`),
    section: (name: string) => say(`${words}.section.${name}`),
  }
}

/** The problem shown under a field: what is wrong at once, what is missing only when it was asked for. */
export function problemAt({ problems, strict, isUnfinished }: FormFrame, pointer: string): Problem | undefined {
  const here = problems.filter(({ path }) => path === pointer)
  return here.find((found) => !isUnfinished(found)) ?? (strict ? here[0] : undefined)
}
