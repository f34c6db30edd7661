import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deviceIdOf, deviceKeyOf, fingerprintOf, newDeviceSeed } from '#electron/kernel/device-key'
import { keyInSignature, signerOf, signSsh, sshPublicKey } from '#electron/kernel/sshsig'
import { aFolder } from './a-bundle.ts'
import { has, run } from './tools.ts'

const NAMESPACE = 'inspect-batch@v1'
const MESSAGE = Buffer.from('{"seq":1}\n')
const key = deviceKeyOf(newDeviceSeed())

describe.runIf(has('ssh-keygen', '-?'))('with ssh-keygen', () => {
  test('it verifies what a device signed', async () => {
    const folder = aFolder()
    const [signers, signature] = [join(folder, 'allowed_signers'), join(folder, 'h.sig')]
    writeFileSync(signers, `${key.device} namespaces="${NAMESPACE}" ${key.publicKey}\n`)
    writeFileSync(signature, await signSsh(key, NAMESPACE, MESSAGE))
    const verify = ['-Y', 'verify', '-f', signers, '-I', key.device, '-n', NAMESPACE, '-s', signature]
    expect(run('ssh-keygen', verify, MESSAGE).toString()).toContain('Good "inspect-batch@v1" signature')
    expect(() => run('ssh-keygen', verify, '{"seq":2}\n')).toThrow('incorrect signature')
  })

  test('a device verifies what it signed, and names the same key', () => {
    const folder = aFolder()
    const [file, message] = [join(folder, 'id'), join(folder, 'message')]
    run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', file])
    writeFileSync(message, MESSAGE)
    run('ssh-keygen', ['-Y', 'sign', '-f', file, '-n', NAMESPACE, message])
    const signature = readFileSync(`${message}.sig`, 'utf8')
    const publicKey = readFileSync(`${file}.pub`, 'utf8').trim()
    expect(signerOf(signature, NAMESPACE, MESSAGE)).toBe(publicKey)
    expect(keyInSignature(signature)).toBe(publicKey)
  })

  test('a device is named by the fingerprint that ssh-keygen -l shows, cut to 16 bytes', () => {
    const file = join(aFolder(), 'key.pub')
    writeFileSync(file, `${key.publicKey}\n`)
    const [, shown = ''] = /SHA256:(\S+)/.exec(run('ssh-keygen', ['-l', '-f', file]).toString()) ?? []
    const bits = [...Buffer.from(shown, 'base64').subarray(0, 16)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
    const named = Array.from(key.device, (letter) => 'abcdefghijklmnopqrstuvwxyz234567'.indexOf(letter).toString(2).padStart(5, '0')).join(
      '',
    )
    expect(named.slice(0, 128)).toBe(bits)
    expect(named.slice(128)).toBe('00')
  })
})

describe('a signature', () => {
  test('is good for its namespace, its message and nothing else', async () => {
    const signature = await signSsh(key, NAMESPACE, MESSAGE)
    expect(signerOf(signature, NAMESPACE, MESSAGE)).toBe(key.publicKey)
    expect(signerOf(signature, 'inspect-enroll@v1', MESSAGE)).toBeNull()
    expect(signerOf(signature, NAMESPACE, Buffer.from('{"seq":1}'))).toBeNull()
  })

  test('with any one character changed is none of this device', async () => {
    const signature = await signSsh(key, NAMESPACE, MESSAGE)
    fc.assert(
      fc.property(fc.nat(signature.length - 1), fc.integer({ min: 1, max: 127 }), (at, code) => {
        fc.pre(signature.charCodeAt(at) !== code)
        const changed = signature.slice(0, at) + String.fromCharCode(code) + signature.slice(at + 1)
        expect(signerOf(changed, NAMESPACE, MESSAGE)).toBeNull()
      }),
      { numRuns: 500 },
    )
  })

  test('is not found in arbitrary text, and looking for it never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(signerOf(text, NAMESPACE, MESSAGE)).toBeNull()
      }),
    )
    expect(keyInSignature('-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n')).toBeNull()
  })
})

describe('a device', () => {
  test('has one name and one key for one seed', () => {
    const seed = newDeviceSeed()
    expect(deviceKeyOf(seed).device).toBe(deviceKeyOf(seed).device)
    expect(deviceKeyOf(seed).device).toMatch(/^[a-z2-7]{26}$/)
    expect(deviceKeyOf(newDeviceSeed()).device).not.toBe(deviceKeyOf(seed).device)
  })

  test('keeps the name it was given for a known key', () => {
    const zero = deviceKeyOf(Buffer.alloc(32).toString('base64'))
    // The public key of the all-zero seed is a published test vector of Ed25519.
    expect(zero.publicKey).toBe(sshPublicKey(Buffer.from('3b6a27bcceb6a42d62a3a8d02a6f0d73653215771de243a63ac048a18b59da29', 'hex')))
    expect(deviceIdOf(zero.publicKey)).toBe('wqc4lsjvzdzrwq3k5dabdtajwi')
    expect(fingerprintOf(zero.device)).toEqual({ digits: '8501 3245 2618 5376 6525 0154', grouped: 'wqc4 lsjv zdzr wq3k 5dab dtaj wi' })
  })

  test('is refused a seed that is not 32 bytes, and a name for what is no key', () => {
    expect(() => deviceKeyOf(randomBytes(31).toString('base64'))).toThrow('32 bytes')
    expect(() => deviceIdOf('ssh-rsa AAAA')).toThrow('not an ssh-ed25519')
    expect(() => deviceIdOf(`ssh-ed25519 ${Buffer.alloc(51, 255).toString('base64')}`)).toThrow('ends too early')
  })
})
