import type { ComponentChild, VNode } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Forgettable, Liking, Remembered } from '@shopside/browser'
import { list } from '../format/list.ts'
import { reasonSentences, segmentWords, type Membership } from '../format/segmentWords.ts'
import { t, tParts } from '../messages/t.ts'
import type { MessageKey } from '../messages/en.ts'
import type { PrivacyModel } from './privacyModel.ts'

/** Half of all is "mostly", a quarter "often": what is less is said with "sometimes". */
const mostly = 0.5
const often = 0.25

/** One conclusion: a sentence, its facts, and what taking it back forgets. */
interface Thought {
  key: string
  words: ComponentChild[]
  text: string
  because: ComponentChild[]
  /** 0 to 1, for the bar; absent for a sentence alone. */
  share?: number
  what: Forgettable
}

/** What is concluded, each with its reason and a way to say no. */
export function Thoughts(props: { model: PrivacyModel; past: Remembered }): VNode {
  const { model, past } = props
  const box = useRef<HTMLDivElement>(null)
  const next = useRef<number>(undefined)
  useLayoutEffect(() => {
    const place = next.current
    next.current = undefined
    if (place === undefined) return
    const buttons = box.current!.querySelectorAll<HTMLElement>('button')
    ;(buttons[Math.min(place, buttons.length - 1)] ?? box.current!.querySelector<HTMLElement>('h2'))?.focus()
  }, [past])
  const thoughts = [...past.likings.map(liking => thoughtOf(liking, model.client.locale)), ...segmentThoughts(past, model)]
  return (
    <div ref={box} part="thoughts">
      <h2 part="heading" tabIndex={-1}>{t('privacy.thinks')}</h2>
      {thoughts.length === 0 && <p class="muted">{t('think.nothing')}</p>}
      <ul role="list">
        {thoughts.map(({ key, words, text, because, share, what }, place) => (
          <li key={key} class="line" part="thought">
            <div>
              <p>{words}</p>
              {share !== undefined && <i class="bar" aria-hidden="true"><i style={{ inlineSize: `${Math.round(share * 100)}%` }} /></i>}
              {because[0] && <p class="muted">{because}</p>}
            </div>
            <button type="button" class="quiet" part="wrong" aria-label={t('think.wrong-what', { line: text })} onClick={() => {
              next.current = place
              void model.forget(what, t('guess' in what && !('items' in what) ? 'think.taken-back' : 'think.forgotten'))
            }}>{t('think.wrong')}</button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function thoughtOf(liking: Liking, locale: string): Thought {
  const { of, name, share, titles, itemIds } = liking
  const word = share >= mostly ? 'mostly' : share >= often ? 'often' : 'sometimes'
  const key: MessageKey = of === 'kind' ? `think.${word}-kind` : `think.${word}`
  const what = [
    liking.views > 0 && t(liking.views === 2 ? 'because.looked-twice' : 'because.looked', { count: liking.views }),
    liking.adds > 0 && t('because.put', { count: liking.adds }),
    liking.orders > 0 && t(liking.orders === 2 ? 'because.ordered-twice' : 'because.ordered', { count: liking.orders }),
  ].filter(words => words !== false)
  return {
    key: `${of} ${name}`, share,
    words: tParts(key, { title: <bdi>{name}</bdi> }), text: t(key, { title: name }),
    because: tParts('think.because', { what: list(what, locale), title: <bdi>{titles.join(', ')}</bdi> }),
    what: { items: itemIds, guess: `${of}:${name}` },
  }
}

/** Segments by their sentences. One that has none here is never shown by its name. */
function segmentThoughts({ segments }: Remembered, { client, parts }: PrivacyModel): Thought[] {
  const { locale } = client
  const sentenceOf = ({ id, because, sentence }: Membership): string | undefined => segmentWords(id, because) ?? sentence
  const ruleWords = parts.peek().rules?.wordsFor(client, segments, sentenceOf)
  return segments.flatMap(segment => {
    const { id, because } = segment
    const known = sentenceOf(segment)
    const facts = reasonSentences(because, locale, known, ruleWords)
    // A rule of the shop without a sentence is told by its reasons; one with neither is never shown by its name.
    const text = known ?? (facts[0] && t('segment.own'))
    if (!text) return []
    return [{ key: id, words: [<bdi>{text}</bdi>], text, because: [facts.join(' ')], what: { guess: `segment:${id}` } }]
  })
}
