/** Who an enterprise is, where a document names it at `at`: a name is never shown with the code of another one. */
export const identityGroup = (at: string, also: readonly string[] = ['enterpriseId']): readonly string[] =>
  ['name', 'uscc', ...also].map((member) => `${at}/${member}`)
