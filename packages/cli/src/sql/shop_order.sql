-- One row per order, numbered from 0 by time, ties by the bytes of its id: so numbers do not depend on the order of the rows.
-- An order without a customer is one shopper of its own. Days are UTC, since 1970.
DROP TABLE IF EXISTS shop_order;
CREATE TABLE shop_order AS
WITH orders AS (
  SELECT order_id, min(at_ms) AS at_ms, min(nullif(customer_id, '') COLLATE "C") AS customer_id
  FROM order_line
  GROUP BY order_id
)
SELECT
  order_id,
  CAST(row_number() OVER (ORDER BY at_ms, order_id COLLATE "C") - 1 AS INTEGER) AS order_no,
  at_ms,
  CAST(floor(at_ms / 86400000.0) AS INTEGER) AS day,
  CAST(dense_rank() OVER (ORDER BY coalesce('c' || customer_id, 'o' || order_id) COLLATE "C") AS INTEGER) AS shopper,
  customer_id IS NOT NULL AS known
FROM orders;
