import { expect, test } from './fixtures.ts'
import { screen } from './steps.ts'

test('the window is sandboxed and isolated, without Node @packaged', async ({ app, win }) => {
  await expect(screen(win, 'chooser')).toBeVisible()
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    // Read from the live window, not from our own source.
    const { webContents } = window as unknown as { webContents: { getLastWebPreferences: () => Record<string, unknown> } }
    return webContents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false })
  const seen = await win.evaluate(() => [
    typeof (globalThis as Record<string, unknown>)['require'],
    typeof (globalThis as Record<string, unknown>)['process'],
  ])
  expect(seen).toEqual(['undefined', 'undefined'])
  expect(await win.evaluate(() => Object.keys((globalThis as unknown as { bridge: object }).bridge).toSorted())).toEqual([
    'pathOf',
    'ready',
    'requestPort',
    'shell',
  ])
})

test('the page runs under a strict policy and cannot reach a network', async ({ win }) => {
  await expect(screen(win, 'chooser')).toBeVisible()
  const policy = await win.evaluate(async () => (await fetch('app://ui/index.html')).headers.get('content-security-policy'))
  for (const rule of ["default-src 'self'", "script-src 'self'", "object-src 'none'", "frame-ancestors 'none'"])
    expect(policy).toContain(rule)
  expect(policy).not.toContain('unsafe-eval')
  const outside = await win.evaluate(() => fetch('https://example.com').then(String, () => 'refused'))
  expect(outside).toBe('refused')
  const evaluated = await win.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.head.append(script)
    return 'injected' in window
  })
  expect(evaluated).toBe(false)
})

test('the page can go nowhere else', async ({ app, win }) => {
  await expect(screen(win, 'chooser')).toBeVisible()
  // Through the main process: Playwright itself would wait for the navigation that never comes.
  const url = await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const contents = window?.webContents
    await contents?.executeJavaScript("location.href = 'https://example.com/'; location.href = 'file:///etc/passwd'")
    await new Promise((resolve) => setTimeout(resolve, 500))
    return contents?.getURL()
  })
  expect(url).toMatch(/^app:\/\/ui\//)
})

test('the page can open no window and is given no permission', async ({ app, win }) => {
  await expect(screen(win, 'chooser')).toBeVisible()
  expect(await win.evaluate(() => window.open('app://ui/index.html') === null)).toBe(true)
  const permissions = await win.evaluate(async () => {
    const ask = async (name: string): Promise<string> => (await navigator.permissions.query({ name: name as PermissionName })).state
    const camera = await navigator.mediaDevices?.getUserMedia({ video: true }).then(String, (error: Error) => error.name)
    return { geolocation: await ask('geolocation'), notifications: await ask('notifications'), camera }
  })
  expect(permissions).toMatchObject({ geolocation: 'denied', notifications: 'denied' })
  expect(['NotAllowedError', 'NotFoundError', undefined]).toContain(permissions.camera)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('a stranger asking for other files of the computer gets nothing', async ({ win }) => {
  await expect(screen(win, 'chooser')).toBeVisible()
  const status = (path: string) => win.evaluate((url) => fetch(url).then((response) => response.status), `app://ui/${path}`)
  expect(await status('../../package.json')).toBe(404)
  expect(await status('..%2f..%2fpackage.json')).toBe(404)
  expect(await status('blob/..%2f..%2fstore.db')).toBe(404)
  const written = await win.evaluate(async () => {
    const { bridge } = globalThis as unknown as { bridge: { shell: (name: string, input: object) => Promise<unknown> } }
    return bridge.shell('files.writeCard', { file: '/tmp/nobody-chose-this.xzcard', text: 'x' }).then(String, () => 'refused')
  })
  expect(written).toBe('refused')
})

test('the title bar says which runtime this is', async ({ app, win }) => {
  await expect(screen(win, 'chooser')).toBeVisible()
  const { title, electron, napi } = await app.evaluate(({ BrowserWindow }) => ({
    title: BrowserWindow.getAllWindows()[0]?.getTitle() ?? '',
    electron: process.versions.electron ?? '',
    napi: Number(process.versions['napi']),
  }))
  expect(title).toContain(`Electron ${electron}`)
  expect(title.includes('trial runtime')).toBe(napi < 10)
})
