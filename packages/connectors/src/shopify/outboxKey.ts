/** Where `pixel/shopify-checkout.js` leaves what happened in the checkout: one localStorage key of the shop's own origin. */
export const outboxKey = 'shopside.outbox'
