import './shell.css'
import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../kernel/i18n'
import { useShortcuts } from '../kernel/shortcuts'
import { DrawToolsContext } from '../spot-check/draw-tools'
import { useNewSheet } from '../spot-check/fresh-sheets'
import { useNewVisit } from '../visit/fresh-visits'
import { drawTools } from './draw-tools'
import { Header } from './header'
import { KeyboardHelp } from './keyboard-help'
import { Palette } from './palette'
import { Rail } from './rail'
import { useProfile } from './session'
import { StatusBar } from './status-bar'

/** The window around every screen: where one can go, where one is, and where the work is. */
export function Shell() {
  const t = useWords()
  const profile = useProfile()
  const newSheet = useNewSheet()
  const newVisit = useNewVisit()
  // A task force writes visits as an inspector writes sheets.
  const begin = (): void => void (profile?.role === 'taskforce' ? newVisit() : newSheet())
  const [finding, setFinding] = useState(false)
  const [helping, setHelping] = useState(false)
  useShortcuts({ 'ctrl+k': () => setFinding(true), 'ctrl+n': begin, f1: () => setHelping(true) })
  return (
    <div className="shell" data-demo={profile?.demo ?? false}>
      <button type="button" className="skip" onClick={() => document.getElementById('main')?.focus()}>
        {t('app.skip')}
      </button>
      {profile?.demo === true && <aside className="demo-band">{t('app.demoBand')}</aside>}
      <Rail />
      <Header onFind={() => setFinding(true)} onHelp={() => setHelping(true)} />
      <main id="main" className="main" tabIndex={-1}>
        <DrawToolsContext value={drawTools}>
          <Outlet />
        </DrawToolsContext>
      </main>
      <StatusBar />
      {finding && <Palette onClose={() => setFinding(false)} onHelp={() => setHelping(true)} />}
      <KeyboardHelp open={helping} onClose={() => setHelping(false)} />
    </div>
  )
}
