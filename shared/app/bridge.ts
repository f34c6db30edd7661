import { z } from 'zod'
import { command, type InputOf, type OutputOf, query } from '../kernel/contract.ts'
import { RecordId } from '../kernel/ids.ts'
import type { Result } from '../kernel/result.ts'
import { Role, Runtime } from '../kernel/self.ts'
import { PaperLanguage } from '../paper/paper-contract.ts'
import { NewProfile, type ProfileProblem } from '../profile/profile-contract.ts'
import { District } from '../reference/reference.ts'

/** A profile folder as the chooser shows it, read without opening its store. */
export const ProfileEntry = z.object({
  folder: z.string(),
  name: z.string(),
  role: Role,
  region: z.string(),
  org: z.string(),
  demo: z.boolean(),
  created: z.string(),
  lastOpened: z.string().nullable(),
})
export type ProfileEntry = z.infer<typeof ProfileEntry>

export const Language = z.enum(['zh', 'en'])
export type Language = z.infer<typeof Language>

export const Settings = z.object({ language: Language, app: z.string(), runtime: Runtime.omit({ sqlite: true }) })

/** Which copies of which paper of a record, in which languages. */
const Paper = z.object({
  record: RecordId,
  layout: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  language: PaperLanguage,
  copies: z.array(z.int().min(1).max(9)).min(1).max(9),
})
export type WantedPaper = z.infer<typeof Paper>

const FileFilter = z.enum(['bundle', 'card', 'picture', 'pdf', 'json', 'xlsx', 'csv', 'text'])

/**
 * What only the main process can do for the window: profiles, dialogs, printing, settings. Everything else goes over the
 * port to the store. Parsed in the preload on the way out and in the main process on the way in.
 */
export const shellContract = {
  'profiles.list': query(z.object({}), z.array(ProfileEntry)),
  /** The profile whose store is open for this window, or null: then the chooser is shown. */
  'profiles.current': query(z.object({}), ProfileEntry.nullable()),
  'profiles.create': command<ProfileProblem>()(NewProfile, ProfileEntry),
  /** Makes (or opens again) the training profile with the demonstration campaign. */
  'profiles.createDemo': command<ProfileProblem>()(z.object({}), ProfileEntry),
  'profiles.open': command<ProfileProblem>()(z.object({ folder: z.string() }), ProfileEntry),
  /** Back to the chooser. Never deletes or sends anything. */
  'profiles.close': command()(z.object({}), z.null()),
  /** The districts a new profile can belong to; before a profile is open there is no store to ask. */
  'districts.list': query(z.object({}), z.array(District)),
  'settings.get': query(z.object({}), Settings),
  'settings.setLanguage': command()(z.object({ language: Language }), z.null()),
  'files.chooseSave': command()(z.object({ suggestedName: z.string().max(120), kind: FileFilter }), z.string().nullable()),
  'files.chooseOpen': command()(z.object({ kind: FileFilter }), z.string().nullable()),
  /** A folder for batches: a stick, a shared folder, the folder of a cloud drive. */
  'files.chooseFolder': command()(z.object({}), z.string().nullable()),
  'files.readCard': command<ProfileProblem>()(z.object({ file: z.string() }), z.string()),
  'files.writeCard': command<ProfileProblem>()(z.object({ file: z.string(), text: z.string().max(20_000) }), z.null()),
  /** Writes a text, such as exported reference data, to a file the person chose. */
  'files.writeText': command<ProfileProblem>()(z.object({ file: z.string(), text: z.string().max(4_000_000) }), z.null()),
  'files.reveal': command()(z.object({ file: z.string() }), z.null()),
  /** Writes a paper as PDF to `file`, printed from the page `#/paper/<record>` in a window nobody sees. */
  'print.pdf': command<ProfileProblem>()(Paper.extend({ file: z.string() }), z.object({ file: z.string(), bytes: z.int() })),
  /** Sends a paper to the system's print dialog. */
  'print.paper': command()(Paper, z.object({ printed: z.boolean() })),
} as const
export type ShellContract = typeof shellContract
export type ShellMethod = keyof ShellContract

/** `window.bridge`, as the preload exposes it. */
export interface Bridge {
  readonly shell: <N extends ShellMethod>(name: N, input: InputOf<ShellContract[N]>) => Promise<Result<OutputOf<ShellContract[N]>>>
  /** The path of a file that was dropped or pasted, '' when it has none. */
  readonly pathOf: (file: unknown) => string
  /** Asks for the store's port; it arrives as a `message` event whose data is 'store-port'. */
  readonly requestPort: () => void
  /** Tells the main process that a page has painted what it was asked for (paper to be printed). */
  readonly ready: () => void
}
