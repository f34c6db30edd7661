/**
 * The place in [0, 1] where a rule that holds up to a point stops holding, by halving until no number lies between.
 * `holds` must be true below the place and false above it.
 */
export function bisect(holds: (x: number) => boolean): number {
  let [low, high] = [0, 1]
  for (let middle = 0.5; middle !== low && middle !== high; middle = (low + high) / 2)
    if (holds(middle)) low = middle
    else high = middle
  return low
}
