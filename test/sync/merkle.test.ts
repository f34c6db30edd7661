import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inclusionPath, leafHash, merkleRoot, verifyInclusion } from '#electron/sync/merkle'

// The eight leaves and roots of the reference tests of Certificate Transparency (RFC 6962 implementations share them).
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) =>
  leafHash(Buffer.from(hex, 'hex')),
)
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

test('the roots are those of the published test vectors', () => {
  expect(ROOTS.map((_, i) => merkleRoot(LEAVES.slice(0, i + 1)).toString('hex'))).toEqual(ROOTS)
  expect(merkleRoot([])).toEqual(createHash('sha256').digest())
})

const leaves = fc.array(fc.string().map(leafHash), { minLength: 1, maxLength: 40 })

test('every line of a batch can be proven with its path', () => {
  fc.assert(
    fc.property(leaves, (all) => {
      const root = merkleRoot(all)
      const proven = all.map((leaf, index) => verifyInclusion({ leaf, index, size: all.length, path: inclusionPath(all, index) }, root))
      expect(proven.every(Boolean)).toBe(true)
    }),
  )
})

test('another line, another place or another path proves nothing', () => {
  const two = fc
    .array(fc.nat(), { minLength: 2, maxLength: 40 })
    .map((all) => all.map((number, i) => leafHash(`${String(i)} ${String(number)}`)))
  fc.assert(
    fc.property(two, fc.nat(), fc.nat(), (all, a, b) => {
      const [index, other] = [a % all.length, b % all.length]
      fc.pre(index !== other)
      const [root, path, size] = [merkleRoot(all), inclusionPath(all, index), all.length]
      const leaf = all[index] ?? Buffer.alloc(0)
      expect(verifyInclusion({ leaf: all[other] ?? leaf, index, size, path }, root)).toBe(false)
      expect(verifyInclusion({ leaf, index: other, size, path }, root)).toBe(false)
      expect(verifyInclusion({ leaf, index, size, path: [...path, leaf] }, root)).toBe(false)
      expect(verifyInclusion({ leaf, index, size, path: path.slice(1) }, root)).toBe(false)
    }),
  )
})

test('there is no path to a line that is not there', () => {
  expect(() => inclusionPath(LEAVES, 8)).toThrow(RangeError)
  expect(verifyInclusion({ leaf: LEAVES[0] ?? Buffer.alloc(0), index: 9, size: 8, path: [] }, Buffer.alloc(32))).toBe(false)
})
