import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge } from '#shared/app/bridge'

/** The page's own window; this room knows no DOM. */
declare const window: { readonly postMessage: (message: string, target: string, transfer: readonly unknown[]) => void }

// A port cannot cross the context bridge; window.postMessage can carry it to the page.
ipcRenderer.on('store-port', (event) => {
  window.postMessage('store-port', '*', event.ports)
})

const bridge: Bridge = {
  shell: (name, input) => ipcRenderer.invoke('shell', name, input),
  pathOf: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
  requestPort: () => {
    ipcRenderer.send('request-port')
  },
  ready: () => {
    ipcRenderer.send('ready')
  },
}
contextBridge.exposeInMainWorld('bridge', bridge)
