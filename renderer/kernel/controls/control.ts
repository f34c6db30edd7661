/** What every control of a form takes; `field` is the JSON Pointer by which the store and the tests name it. */
export interface ControlProps<T> {
  readonly id: string
  readonly field: string
  readonly label: string
  readonly value: T | undefined
  readonly onChange: (value: T | undefined) => void
  readonly onBlur?: () => void
  readonly invalid?: boolean
  readonly disabled?: boolean
  readonly placeholder?: string
}

/** Binds a control to the words under it, which say what is wrong. */
export const described = (id: string, invalid: boolean | undefined) =>
  invalid === true ? { 'aria-invalid': true as const, 'aria-describedby': `${id}-help` } : { 'aria-describedby': `${id}-help` }
