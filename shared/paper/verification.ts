export interface Verified {
  readonly no: string
  readonly revision: string
  readonly layout: string
}

/**
 * What the QR code on a paper says: the number of the record, the sha256 of the sealed line it was printed from, and the paper's
 * name. docs/paper.md tells how a stranger checks it.
 */
export const verificationText = ({ no, revision, layout }: Verified): string => `XUNZHI:1:${encodeURIComponent(no)}:${revision}:${layout}`
