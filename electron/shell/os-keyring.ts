import { safeStorage } from 'electron'
import type { KeySealer } from '../profile/profile-folder.ts'

/** The operating system's key store; none on a Linux without a keyring, where `basic_text` would only look like one. */
export function osKeyring(): KeySealer | undefined {
  const weak = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'
  if (weak || !safeStorage.isEncryptionAvailable()) return undefined
  return {
    seal: (text) => safeStorage.encryptString(text).toString('base64'),
    unseal: (sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
  }
}
