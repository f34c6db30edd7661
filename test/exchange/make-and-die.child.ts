import { openProfile } from '#electron/app/cli/session'

// Makes a batch and is killed at the first sign of a stage: the power goes while the stick is being written.
const [folder = '', to = '', stage = ''] = process.argv.slice(2)
const opened = openProfile(folder)
if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
await opened.value.call(
  'sync.makeBatch',
  { to },
  {
    onProgress: (progress) => {
      if (progress.stage === stage) process.kill(process.pid, 'SIGKILL')
    },
  },
)
process.stdout.write('made\n')
