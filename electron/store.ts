import { serveStore } from './app/serve-store.ts'

/** The store process: the only writer. Started by the main process as a utility process. */
const { parentPort } = process as unknown as { readonly parentPort: Parameters<typeof serveStore>[0] }
serveStore(parentPort)
