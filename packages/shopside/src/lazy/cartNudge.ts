import '@shopside/widgets/cart-nudge'

export { connect } from '@shopside/widgets'
