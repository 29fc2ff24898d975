import type { VNode } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Client, CopyPreview } from '@shopside/browser'
import { dayOfMonth } from '../format/day.ts'
import { list } from '../format/list.ts'
import { t } from '../messages/t.ts'
import type { PrivacyModel } from './privacyModel.ts'
import { readCopyFile } from './readCopyFile.ts'

/** What a file holds, before it is added: counts, days, how much is here already, or in a sentence why it cannot be. */
export function CopyBox(props: { model: PrivacyModel; file: File }): VNode {
  const { model, file } = props
  const [read, setRead] = useState<{ preview: CopyPreview; copy: unknown }>()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let isCurrent = true
    void readCopyFile(model, file).then(found => {
      if (isCurrent) setRead(found)
    })
    return () => {
      isCurrent = false
    }
  }, [])
  useLayoutEffect(() => {
    if (read) box.current!.focus()
  }, [read])
  // As it goes: the focus goes back to where a copy is asked for.
  useLayoutEffect(() => () => {
    const root = model.host.shadowRoot!
    if (box.current!.contains(root.activeElement)) root.querySelector<HTMLElement>('[part~="load"]')?.focus()
  }, [])
  const close = (): void => {
    model.question.value = undefined
  }
  const add = async (): Promise<void> => {
    try {
      const { added, reason } = await model.client.shop.import(read!.copy)
      model.words.value = t(reason !== undefined ? 'copy.failed' : added > 0 ? 'copy.added' : 'copy.nothing-new')
      await model.look()
    } catch {
      // The log broke under it: nothing was promised, and what was there is still there.
      model.words.value = t('copy.failed')
    }
    close()
  }
  const canAdd = read !== undefined
    && read.preview.refused === undefined && read.preview.known + read.preview.forgotten < read.preview.events
  return (
    <div ref={box} class="copy" part="copy" role="group" aria-label={t('copy.label')} tabIndex={-1} aria-busy={read === undefined}>
      {read && sentencesOf(read.preview, model.client).map(sentence => <p key={sentence}>{sentence}</p>)}
      <p class="acts">
        {canAdd && <button type="button" part="button" onClick={() => void add()}>{t('copy.add')}</button>}
        <button type="button" part="button" onClick={close}>{t(canAdd ? 'copy.leave' : 'close')}</button>
      </p>
    </div>
  )
}

function sentencesOf(preview: CopyPreview, { locale, now }: Client): string[] {
  const { refused, shop, events, known, forgotten, views, orders, baskets, searches, firstAt, lastAt, savedAt } = preview
  if (refused === 'foreign') return [t('copy.foreign', { shop: shop ?? '' })]
  if (refused !== undefined) return [t(`copy.${refused}`)]
  const things = [
    views > 0 && t('privacy.views', { count: views }), orders > 0 && t('privacy.orders', { count: orders }),
    baskets > 0 && t('privacy.baskets', { count: baskets }), searches > 0 && t('copy.searches', { count: searches }),
  ].filter(words => words !== false)
  const day = (at = 0): string => dayOfMonth(at, locale, now())
  const [from, to] = [day(firstAt), day(lastAt)]
  return [
    t('copy.holds', { things: list(things.length > 0 ? things : [t('copy.events', { count: events })], locale) }),
    firstAt !== undefined && (from === to ? t('copy.of-day', { day: from }) : t('copy.from-to', { from, to })),
    savedAt !== undefined && t('copy.saved', { day: day(savedAt) }),
    known > 0 && t(known < events ? 'copy.known' : 'copy.known-all', { count: known }),
    forgotten > 0 && t('copy.forgotten', { count: forgotten }),
    preview.hasSummaries && t('copy.summaries'),
  ].filter(sentence => sentence !== false)
}
