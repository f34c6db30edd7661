import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { blobUrl } from '#shared/attachment/blob-url'
import type { Problem } from '#shared/kernel/result'
import { useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import type { Slot } from './shot-list'
import { store } from './store'
import { makeWorkingCopy } from './working-copy'

export interface PhotosProps {
  readonly record: string
  readonly kind: string
  readonly editable: boolean
  /** The places offered; left out, the shot list of a sampling. */
  readonly slots?: readonly string[]
  /** What places of this record alone are called. */
  readonly names?: Readonly<Record<string, string>>
  /** Shows the offered places alone, whatever else the record has. */
  readonly only?: boolean
  /** Makes the draft when there is none yet; false when that was refused. */
  readonly ensure: () => Promise<boolean>
}

/** The photos of a record, and the ways to add and remove one. */
export function usePhotos({ record, kind, ensure }: PhotosProps) {
  const t = useWords()
  const { refused, undoable } = useFeedback()
  const queryClient = useQueryClient()
  const [adding, setAdding] = useState(0)
  const { data: photos = [] } = useQuery(store.ask('attachment.list', { record }))
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['attachment.list'] })

  const addOne = async (file: Blob & { readonly name?: string }, slot: string): Promise<readonly Problem[]> => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const name = file.name === undefined || file.name === '' ? 'photo.png' : file.name.slice(0, 200)
    const answer = await store.call('attachment.add', { record, kind, slot, name, bytes })
    if (!answer.ok) return answer.problems
    if (answer.value.needsWorkingCopy) await putCopy(answer.value.sha256, file)
    return []
  }
  const add = async (files: readonly File[], slot: Slot): Promise<void> => {
    setAdding(files.length)
    try {
      if (!(await ensure())) return
      for (const file of files) refused(await addOne(file, slot))
    } finally {
      setAdding(0)
      await refresh()
    }
  }
  const remove = async ({ id, name, sha256, slot = '' }: (typeof photos)[number]): Promise<void> => {
    const bytes = await fetchOriginal(sha256)
    const answer = await store.call('attachment.remove', { record, id })
    if (!answer.ok) return refused(answer.problems)
    await refresh()
    undoable(t('attachment.removed', { name }), async () => {
      if (bytes !== null) refused(await addOne(new File([bytes], name), slot))
      await refresh()
    })
  }
  return { photos, adding, add, remove }
}

async function putCopy(sha256: string, file: Blob): Promise<void> {
  const bytes = await makeWorkingCopy(file)
  if (bytes !== null) await store.call('attachment.putWorkingCopy', { sha256, bytes })
}

async function fetchOriginal(sha256: string): Promise<Blob | null> {
  const response = await fetch(blobUrl(sha256, false))
  return response.ok ? response.blob() : null
}

/** Photos that came in a batch have no small copy yet; they get theirs one after the other while they are looked at. */
export function useMissingCopies(photos: readonly { readonly sha256: string; readonly needsWorkingCopy: boolean }[]): void {
  const sha256 = photos.find(({ needsWorkingCopy }) => needsWorkingCopy)?.sha256
  useEffect(() => {
    if (sha256 === undefined) return
    void fetchOriginal(sha256).then((original) => (original === null ? undefined : putCopy(sha256, original)))
  }, [sha256])
}
