import { kinds } from '#shared/app/kinds'
import { IntakeTask } from './intake/intake-task.ts'
import { runTask } from './intake/run-task.ts'
import { serveTask } from './intake/serve-task.ts'

/** The process that reads bundles from foreign hands. */
const KINDS = new Map(kinds.map((kind) => [kind.name, kind]))

serveTask((task, options) => runTask(IntakeTask.parse(task), options, KINDS))
