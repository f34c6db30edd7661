import { readFile, stat, writeFile } from 'node:fs/promises'
import { type BrowserWindow, dialog, ipcMain, shell } from 'electron'
import type { z } from 'zod'
import { type ShellContract, type ShellMethod, shellContract } from '#shared/app/bridge'
import type { AnswerOf, Method } from '#shared/kernel/contract'
import { parseInput } from '#shared/kernel/parse-problems'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import { APP_VERSION } from '../kernel/app-version.ts'
import { shellRuntime } from '../kernel/runtime.ts'
import { readCard } from '../profile/card.ts'
import { getDistricts } from '../reference/reference-data.ts'
import { ORIGIN } from './hardening.ts'
import { printPaper, printPdf } from './print.ts'
import { listProfiles, type Profiles } from './profiles.ts'
import { changeSettings, readSettings } from './settings-file.ts'

interface Shell {
  readonly profiles: Profiles
  readonly window: () => BrowserWindow
}

type ShellHandler<N extends ShellMethod> = (
  shell: Shell,
  input: z.output<ShellContract[N]['input']>,
) => Promise<AnswerOf<ShellContract[N]>> | AnswerOf<ShellContract[N]>
type ShellHandlers = { readonly [N in ShellMethod]: ShellHandler<N> }

const MAX_CARD_BYTES = 20_000
const FILTERS = {
  bundle: { name: '巡质批次 Xunzhi bundle', extensions: ['ibz'] },
  card: { name: '设备名片 device card', extensions: ['xzcard', 'json'] },
  picture: { name: '照片 photo', extensions: ['jpg', 'jpeg', 'png', 'webp', 'gif'] },
  pdf: { name: 'PDF', extensions: ['pdf'] },
  json: { name: 'JSON', extensions: ['json'] },
  xlsx: { name: 'Excel', extensions: ['xlsx'] },
  csv: { name: 'CSV', extensions: ['csv'] },
  text: { name: '文本 text', extensions: ['txt'] },
}

/** What the file system says, as the person's business. */
async function onDisk<T>(folder: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOSPC') return refuse(problem('profile.diskFull', '', { folder }))
    if (code === undefined) throw error
    return refuse(code === 'ENOENT' ? problem('input.cannotRead', '', { file: folder }) : problem('profile.notWritable', '', { folder }))
  }
}

/** Only a card is handed to the page, whatever file it asks for. */
async function readCardFile(file: string): Promise<string> {
  const { size } = await stat(file)
  const text = size > MAX_CARD_BYTES ? '' : await readFile(file, 'utf8')
  return readCard(text).ok ? text : ''
}

/** Files that the person chose in a save dialog since the start: the only ones the page may have written. */
const chosen = new Set<string>()

function mustBeChosen(file: string): void {
  if (!chosen.has(file)) throw new Error('nobody chose this file')
}

/** Writes a text to a file the person chose, to the disk before it is said to be done. */
const writeChosen = ({
  file,
  text,
}: {
  readonly file: string
  readonly text: string
}): Promise<AnswerOf<ShellContract['files.writeText']>> =>
  onDisk(file, async () => {
    mustBeChosen(file)
    await writeFile(file, text, { flush: true })
    return null
  }) as Promise<AnswerOf<ShellContract['files.writeText']>>

const handlers: ShellHandlers = {
  'profiles.list': () => ok(listProfiles()),
  'profiles.current': async ({ profiles }) => {
    await profiles.settled
    return ok(profiles.current)
  },
  'districts.list': () => ok(getDistricts()),
  'profiles.create': ({ profiles }, profile) => profiles.create(profile),
  'profiles.createDemo': ({ profiles }) => profiles.createDemo(),
  'profiles.open': ({ profiles }, { folder }) => profiles.open(folder),
  'profiles.close': async ({ profiles }) => {
    await profiles.close()
    changeSettings({ lastProfile: null })
    return ok(null)
  },
  'settings.get': () => ok({ language: readSettings().language, app: APP_VERSION, runtime: shellRuntime() }),
  'settings.setLanguage': (_shell, { language }) => {
    changeSettings({ language })
    return ok(null)
  },
  'files.chooseSave': async ({ window }, { suggestedName, kind }) => {
    const { canceled, filePath } = await dialog.showSaveDialog(window(), { defaultPath: suggestedName, filters: [FILTERS[kind]] })
    if (!canceled) chosen.add(filePath)
    return ok(canceled ? null : filePath)
  },
  'files.chooseOpen': async ({ window }, { kind }) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), { properties: ['openFile'], filters: [FILTERS[kind]] })
    return ok(canceled ? null : (filePaths[0] ?? null))
  },
  'files.chooseFolder': async ({ window }) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), { properties: ['openDirectory', 'createDirectory'] })
    return ok(canceled ? null : (filePaths[0] ?? null))
  },
  'files.readCard': (_shell, { file }) => onDisk(file, () => readCardFile(file)) as Promise<AnswerOf<ShellContract['files.readCard']>>,
  'files.writeCard': (_shell, order) => writeChosen(order),
  'files.writeText': (_shell, order) => writeChosen(order),
  'files.reveal': (_shell, { file }) => {
    shell.showItemInFolder(file)
    return ok(null)
  },
  'print.pdf': ({ profiles }, { file, ...wanted }) => {
    if (profiles.openStore === null) throw new Error('no profile is open')
    mustBeChosen(file)
    return onDisk(file, () => printPdf(wanted, file)) as Promise<AnswerOf<ShellContract['print.pdf']>>
  },
  'print.paper': async ({ profiles }, wanted) => {
    if (profiles.openStore === null) throw new Error('no profile is open')
    return ok({ printed: await printPaper(wanted) })
  },
}

/** Answers the bridge: only our own page may ask, and what it asks is parsed. */
export function serveShell(world: Shell): void {
  ipcMain.handle('shell', async (event, name: unknown, input: unknown) => {
    if (!(event.senderFrame?.url ?? '').startsWith(`${ORIGIN}/`)) throw new Error('a stranger asks')
    if (typeof name !== 'string' || !Object.hasOwn(shellContract, name)) throw new Error('no such method')
    const method: Method = shellContract[name as ShellMethod]
    const parsed = parseInput(method.input, input)
    if (!parsed.ok) return parsed
    return (handlers[name as ShellMethod] as ShellHandler<ShellMethod>)(world, parsed.value as never)
  })
}
