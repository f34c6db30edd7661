/** A picture of seeds/ that the bundler writes into the program as a data URI: no path to go wrong in a package. */
declare module '*.jpg?inline' {
  const dataUri: string
  export default dataUri
}
