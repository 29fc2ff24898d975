-- Order lines: those of order_input(order_id, seq, item_id, customer_id, at_ms, quantity), or where there are none the purchases
-- among the events, a visit for an order.
DROP VIEW IF EXISTS order_line;
CREATE VIEW order_line AS
SELECT order_id, seq, item_id, customer_id, at_ms, quantity
FROM order_input
UNION ALL
SELECT session_id, seq, item_id, customer_id, at_ms, 1
FROM event_input
WHERE event = 'purchase' AND NOT EXISTS (SELECT 1 FROM order_input);
