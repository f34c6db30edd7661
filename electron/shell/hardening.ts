import { app, type Session, session } from 'electron'

/** The address the interface is served from; nothing else is ever loaded. */
export const ORIGIN = 'app://ui'

/** What a page may ask of the system: to write to the clipboard (copying a fingerprint), nothing else. */
const ALLOWED = new Set(['clipboard-sanitized-write'])

function denyPermissions(target: Session): void {
  target.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(ALLOWED.has(permission))
  })
  target.setPermissionCheckHandler((_contents, permission) => ALLOWED.has(permission))
  target.setDevicePermissionHandler(() => false)
}

/** No page leaves the interface, opens a window, embeds a view, or gets at a device. */
export function hardenApp(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event, url) => {
      if (!url.startsWith(`${ORIGIN}/`)) event.preventDefault()
    })
    contents.on('will-attach-webview', (event) => {
      event.preventDefault()
    })
  })
}

export function hardenSession(): void {
  denyPermissions(session.defaultSession)
  // Offline by construction: whatever is not our own scheme is not fetched.
  session.defaultSession.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !/^(app|blob|data|devtools|chrome-extension):/.test(details.url) })
  })
}
