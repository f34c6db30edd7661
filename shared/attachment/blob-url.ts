/** Where the window fetches the bytes of a picture: `app://ui/blob/<sha256>`; `?copy` asks for the working copy. */
export const blobUrl = (sha256: string, copy: boolean): string => `app://ui/blob/${sha256}${copy ? '?copy' : ''}`
