import { ipcMain, type WebContents } from 'electron'
import type { StoreProcess } from './store-process.ts'

/** Gives every page that asked a line to the store that is open, one at a time: now, and whenever another store opens. */
export class PortBroker {
  private readonly pages = new Set<WebContents>()
  private readonly linked = new WeakMap<WebContents, StoreProcess>()
  private store: StoreProcess | null = null

  listen(): void {
    ipcMain.on('request-port', ({ sender }) => {
      if (!this.pages.has(sender)) this.welcome(sender)
      this.link(sender)
    })
  }

  private welcome(page: WebContents): void {
    this.pages.add(page)
    page.once('destroyed', () => this.pages.delete(page))
    page.on('did-navigate', () => this.linked.delete(page)) // a page loaded anew has lost its port
  }

  /** A store is open, or none is. */
  use(store: StoreProcess | null): void {
    this.store = store
    for (const page of this.pages) this.link(page)
  }

  private link(page: WebContents): void {
    if (this.store === null || this.linked.get(page) === this.store) return
    this.linked.set(page, this.store)
    this.store.connect(page)
  }
}
