import { InspectFile } from '../review/inspect-file'
import { FindingLink, FindingTitle } from './finding-link'

/** 案卷自查 of a check or a case, with the ways to the records of every feature. */
export const FileCheck = ({ subject }: { readonly subject: string }) => (
  <InspectFile
    subject={subject}
    renderLink={(finding, said) => <FindingLink finding={finding} said={said} />}
    renderTitle={(finding) => <FindingTitle finding={finding} />}
  />
)
