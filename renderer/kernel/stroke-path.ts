/** The box that the points of a signature's strokes are in. */
export const BOX = { width: 1000, height: 400 } as const

/** The path of an SVG with the view box of a signature; a single point becomes a dot under a round pen. */
export const strokesToPath = (text: string): string =>
  text
    .split(';')
    .map((stroke) => {
      const [first = '0,0', ...more] = stroke.split(' ')
      return `M${first} L${(more.length === 0 ? [first] : more).join(' ')}`
    })
    .join(' ')
