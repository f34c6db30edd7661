import { WorkItem, type WorkType } from '#shared/kernel/work-contract'

export const workTypes = WorkItem.shape.type.options

/** `#/work?type=followUpDue`: the list as a number somewhere else promised it. */
export function workSearch(search: Readonly<Record<string, unknown>>): { readonly type?: WorkType } {
  const type = workTypes.find((one) => one === search['type'])
  return type === undefined ? {} : { type }
}
