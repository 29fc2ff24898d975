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

/** Stores an answer, or opens the question again, and tells Shopside. */
export function giveAnswer(shop: Shopside, answer: Answer | undefined): void {
  try {
    if (answer) localStorage.setItem(answerKey, JSON.stringify(answer))
    else localStorage.removeItem(answerKey)
  } catch {
    // blocked: the answer holds for this page
  }
  if (answer) shop.consent.set({ ...answer })
}

/** Tells Shopside the stored answer, asks where there is none, and follows other tabs. */
export function keepAnswer(shop: Shopside): void {
  const answer = readAnswer()
  if (answer) shop.consent.set({ ...answer })
  else ask(shop)
  addEventListener('storage', event => {
    if (event.key !== answerKey) return
    const told = readAnswer()
    if (told) shop.consent.set({ ...told })
    show(told === undefined)
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
