import type { z } from 'zod'
import type { Bridge, Language as BridgeLanguage, ProfileEntry as BridgeProfile, Settings as BridgeSettings } from '#shared/app/bridge'

declare global {
  interface Window {
    readonly bridge: Bridge
  }
  type Language = BridgeLanguage
  type ProfileEntry = BridgeProfile
  type Settings = z.output<typeof BridgeSettings>
}
