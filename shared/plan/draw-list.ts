import { drawListWords, type ListLanguage } from './draw-list-words.ts'
import type { RandomDraw } from './random-draw.ts'

/** The list for publication (一公开), as any paper or table shows it: a head of facts, then a row an enterprise. */
export interface DrawList {
  readonly title: string
  readonly head: readonly (readonly [label: string, value: string])[]
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

type Named = { readonly name: string; readonly org?: string | undefined }

const person = ({ name, org }: Named): string => (org === undefined ? name : `${name}（${org}）`)

export function drawListOf(doc: RandomDraw, language: ListLanguage, placeName: (code: string) => string): DrawList {
  const words = drawListWords[language]
  const { enterprises, samplers, seedSource } = doc
  const { label } = words
  const optional = (name: string, value: string | undefined): [string, string][] => (value === undefined ? [] : [[name, value]])
  return {
    title: words.title,
    head: [
      [label.task, doc.title],
      ...optional(label.planNo, doc.planNo),
      [label.no, doc.no],
      [label.drawnAt, doc.drawnAt.slice(0, 16).replace('T', ' ')],
      [label.host, person(doc.host)],
      [label.witness, person(doc.witness)],
      [label.drawn, words.drawn(enterprises.take, enterprises.poolSize)],
      [label.drawnSamplers, words.drawn(samplers.take, samplers.poolSize)],
      [label.seed, doc.seed],
      [label.seedSource, [words.source[seedSource.kind], seedSource.note ?? ''].filter((part) => part !== '').join(' · ')],
      [label.poolHash, enterprises.poolHash],
      [label.samplerPoolHash, samplers.poolHash],
      [label.algorithm, `${doc.algorithm}; ${doc.teamAlgorithm}`],
      ...optional(label.redrawReason, doc.redrawReason),
      ...optional(label.publicisedOn, doc.publicisedOn),
    ],
    columns: words.columns,
    rows: enterprises.picks.map(({ name, uscc = '', region = '', samplers: team }, index) => [
      String(index + 1),
      name,
      uscc,
      region === '' ? '' : placeName(region),
      team.map((sampler) => sampler.name).join('、'),
    ]),
  }
}
