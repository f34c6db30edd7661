import { rename, rm, writeFile } from 'node:fs/promises'
import { BrowserWindow, ipcMain } from 'electron'
import type { WantedPaper } from '#shared/app/bridge'
import { ORIGIN } from './hardening.ts'
import { windowOptions } from './main-window.ts'

const PAINT_LIMIT = 30_000

/** Waits until the page says that its data, fonts and pictures are there. */
function painted(window: BrowserWindow): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('the paper was not ready within 30 s'))
    }, PAINT_LIMIT)
    const listen = (event: Electron.IpcMainEvent): void => {
      if (event.sender !== window.webContents) return
      clearTimeout(timer)
      ipcMain.off('ready', listen)
      resolve()
    }
    ipcMain.on('ready', listen)
  })
}

const addressOf = ({ record, layout, language, copies }: WantedPaper): string =>
  `${ORIGIN}/index.html#/paper/${record}?${new URLSearchParams({ layout, language, copies: copies.join(',') }).toString()}`

/** Shows a paper of a record in a window nobody sees, and hands it to `work`. */
async function withPaper<T>(wanted: WantedPaper, work: (window: BrowserWindow) => Promise<T>): Promise<T> {
  const window = new BrowserWindow({ ...windowOptions(), show: false })
  try {
    const ready = painted(window)
    await window.loadURL(addressOf(wanted))
    await ready
    return await work(window)
  } finally {
    window.destroy()
  }
}

/** Prints the paper as A4 PDF; the file appears whole or not at all. */
export async function printPdf(wanted: WantedPaper, file: string): Promise<{ readonly file: string; readonly bytes: number }> {
  const pdf = await withPaper(wanted, (window) =>
    window.webContents.printToPDF({ pageSize: 'A4', printBackground: true, preferCSSPageSize: true }),
  )
  try {
    await writeFile(`${file}.part`, pdf, { flush: true })
    await rename(`${file}.part`, file)
  } catch (error) {
    await rm(`${file}.part`, { force: true })
    throw error
  }
  return { file, bytes: pdf.length }
}

/** The system's own print dialog. */
export function printPaper(wanted: WantedPaper): Promise<boolean> {
  return withPaper(
    wanted,
    (window) =>
      new Promise((resolve) => {
        window.webContents.print({ printBackground: true }, (success) => {
          resolve(success)
        })
      }),
  )
}
