/**
 * One countable fact that a record or a procedure states: 家次 and 人次 are its `amount`, 家 are its distinct enterprises. Reports add
 * up measures and open the records behind them; nothing is ever counted anywhere else.
 */
export interface Measure {
  /** What is counted; `reportable` names of a feature are unique. */
  readonly name: string
  /** What it is counted apart by (the kind of a visit, 帮扶 or 引导); '' where there is nothing. */
  readonly group: string
  /** The enterprise it is about, as the record names it; '' where there is none. */
  readonly enterprise: string
  /** What is counted once however often it is stated (an activity with several visits); '' where every measure counts. */
  readonly key: string
  readonly region: string
  /** The day it happened, or the first day on which it stands. */
  readonly on: string
  /** The last day on which it stands, {@link STANDING} while that is open; left out of what merely happened on a day. */
  readonly until?: string
  /** Whole units: pieces, person-times, or fen (1/100 yuan) of money. */
  readonly amount: number
  /** The record that a person opens to see it. */
  readonly record: string
}

export const STANDING = '9999-12-31'
