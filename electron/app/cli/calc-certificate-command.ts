import type { Command } from 'commander'
import { format } from 'date-fns/format'
import { say } from '#shared/app/say'
import { readCertificateNumber } from '#shared/certification/certificate-number'
import { CertificationKind } from '#shared/certification/certification-choices'
import { action, type Cli, first } from './command.ts'
import { DONE, print } from './output.ts'
import { outputOf } from './session.ts'

/** What a certificate number says of itself; warnings are words beside the answer, never a refusal. */
export function addCertificateNumber(cli: Cli, calc: Command): void {
  const command = calc
    .command('certificate-number <number>')
    .description('read a certificate number (management system, CCC, SC, XK)')
    .option('--kind <kind>', `what the certificate is said to be: ${CertificationKind.options.join(', ')}`)
  action(cli, command, (common, args, { kind }) => {
    const output = outputOf(common)
    const known = CertificationKind.safeParse(kind)
    const today = format(new Date(), 'yyyy-MM-dd')
    const { warnings, ...reading } = readCertificateNumber(first(args), { kind: known.data, today })
    print(output, { ...reading, warnings: warnings.map((found) => ({ ...found, words: say(found, output.language) })) })
    return DONE
  })
}
