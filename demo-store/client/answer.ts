import type { Shopside } from 'shopside'

/** The shop's second and last key: what was answered to its question. */
export const answerKey = 'thimble-answer'

/** Purposes as answered; an absent one was not asked. */
export interface Answer {
  personalize: boolean
  analytics?: boolean
  connectors?: boolean
}

/** "Yes" to the bar: it says that all stays here, so nothing is sent anywhere. */
const yes: Answer = { personalize: true, analytics: true }
const no: Answer = { personalize: false, analytics: false, connectors: false }

/** The stored answer; undefined while the question is open. */
export function readAnswer(): Answer | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(answerKey) ?? 'null')
    if (typeof value !== 'object' || value === null) return undefined
    const { personalize, analytics, connectors } = value as Record<keyof Answer, unknown>
    if (typeof personalize !== 'boolean') return undefined
    return {
      personalize,
      ...(typeof analytics === 'boolean' && { analytics }),
      ...(typeof connectors === 'boolean' && { connectors }),
    }
  } catch {
    // blocked storage, or not our words: the question is open
    return undefined
  }
}

/** Stores an answer and tells Shopside. */
export function giveAnswer(shop: Shopside, answer: Answer): void {
  storeAnswer(answer)
  shop.consent.set({ ...answer })
}

/** The question is open again. */
export function forgetAnswer(): void {
  storeAnswer(undefined)
}

/**
 * What is answered on the page "Your data" is the shop's answer as well: it need not ask, and does not say otherwise on the next
 * page.
 */
export function followShopper(shop: Shopside): void {
  shop.consent.state.subscribe(({ personalize, analytics, connectors, source, since }) => {
    if (personalize === 'unknown' || ![source, ...Object.values(since ?? {}).map(said => said.source)].includes('shopper')) return
    storeAnswer({
      personalize: personalize === 'granted',
      ...(analytics !== 'unknown' && { analytics: analytics === 'granted' }),
      ...(connectors !== 'unknown' && { connectors: connectors === 'granted' }),
    })
    show(false)
  })
}

function storeAnswer(answer: Answer | undefined): void {
  try {
    if (answer) localStorage.setItem(answerKey, JSON.stringify(answer))
    else localStorage.removeItem(answerKey)
  } catch {
    // blocked: the answer holds for this page
  }
}

/** Says only what Shopside does not know already: who answered, and when, stays as it was. */
function tell(shop: Shopside, answer: Answer): void {
  const state = shop.consent.state.value
  const news = Object.entries(answer).filter(
    ([purpose, isYes]) => state[purpose as keyof Answer] !== (isYes ? 'granted' : 'denied'),
  )
  if (news.length > 0) shop.consent.set(Object.fromEntries(news))
}

/** Tells Shopside the stored answer, asks where there is none, and follows other tabs. */
export function keepAnswer(shop: Shopside): void {
  const answer = readAnswer()
  if (answer) tell(shop, answer)
  else ask(shop)
  addEventListener('storage', event => {
    if (event.key !== answerKey) return
    const told = readAnswer()
    if (!told) return ask(shop)
    tell(shop, told)
    show(false)
  })
}

/** Shows the bar: one question, two answers of one size. */
export function ask(shop: Shopside): void {
  show(true)
  for (const button of bar()?.querySelectorAll('button') ?? []) {
    button.onclick = () => {
      giveAnswer(shop, button.value === 'yes' ? yes : no)
      show(false)
    }
  }
}

function show(shown: boolean): void {
  const element = bar()
  if (element) element.hidden = !shown
  document.body.classList.toggle('asking', shown)
}

function bar(): HTMLElement | null {
  return document.getElementById('ask')
}
