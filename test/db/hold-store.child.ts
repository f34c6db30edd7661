import { openStore } from '#db/kernel/open-store'

// Holds a store until it is killed: the second process of a test.
openStore(process.argv[2] ?? '')
process.stdout.write('open\n')
setInterval(() => undefined, 60_000)
