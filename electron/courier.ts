import { serveTask } from './intake/serve-task.ts'
import { CourierTask } from './target/courier-task.ts'
import { runCourierTask } from './target/run-courier-task.ts'

/** The process that speaks with storage: the network, and what foreign servers answer, never reach the store process. */
serveTask((task, options) => runCourierTask(CourierTask.parse(task), options))
