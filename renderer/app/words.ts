import { attachmentWords } from '../attachment/attachment-words'
import { enterpriseWords } from '../enterprise/enterprise-words'
import { kernelWords } from '../kernel/kernel-words'
import { profileWords } from '../profile/profile-words'
import { spotCheckWords } from '../spot-check/spot-check-words'
import { syncWords } from '../sync/sync-words'
import { appWords } from './app-words'

/** Every word of the window, in both languages. */
export const words = {
  zh: {
    kernel: kernelWords.zh,
    app: appWords.zh,
    enterprise: enterpriseWords.zh,
    spotCheck: spotCheckWords.zh,
    attachment: attachmentWords.zh,
    sync: syncWords.zh,
    profile: profileWords.zh,
  },
  en: {
    kernel: kernelWords.en,
    app: appWords.en,
    enterprise: enterpriseWords.en,
    spotCheck: spotCheckWords.en,
    attachment: attachmentWords.en,
    sync: syncWords.en,
    profile: profileWords.en,
  },
}
