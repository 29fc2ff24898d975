const fields = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]'
/** What must not be talked over: dialogs, consent bars (nearly all call themselves a dialog), and whatever the shop marks. */
const blockers = 'dialog[open], [aria-modal="true"], [role="dialog"], [role="alertdialog"], [data-shopside-block]'

/** True when nobody types and nothing else asks for attention: a nudge may appear now. */
export function pageAllows(): boolean {
  const focused = focusedElement()
  if (focused?.matches(fields) || focused?.closest('dialog, [role="dialog"]')) return false
  for (const blocker of document.querySelectorAll(blockers)) if (isShown(blocker)) return false
  return !hasOpenPopover()
}

/** The element with the focus, through open shadow roots. */
function focusedElement(): Element | null {
  let at = document.activeElement
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  return at
}

function isShown(element: Element): boolean {
  return element.checkVisibility?.() ?? element.getClientRects().length > 0
}

function hasOpenPopover(): boolean {
  try {
    return document.querySelector(':popover-open') !== null
  } catch {
    // A browser without popovers does not know the selector, and has none open.
    return false
  }
}
