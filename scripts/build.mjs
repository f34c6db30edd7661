import { ensureBuild } from './lib/app-build.mjs'
import { ensurePackages } from './lib/npm-packages.mjs'
import { main } from './lib/say.mjs'

await main(async () => {
  await ensurePackages()
  await ensureBuild({ force: true })
})
