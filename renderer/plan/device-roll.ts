const FACES = 6
/** The largest multiple of six among the values of a byte; what is above would make some faces likelier. */
const FAIR = 252

/** Throws of a die by the cryptographic random number generator of this device. */
export function rollDice(throws: number): string {
  const faces: string[] = []
  while (faces.length < throws) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1))
    if (byte < FAIR) faces.push(String((byte % FACES) + 1))
  }
  return faces.join('')
}
