import '@shopside/widgets/order-tracking'

export { connect } from '@shopside/widgets'
