-- One row per order. Numbers follow the order of the ids, so that they do not depend on the order of the rows.
-- An order without a customer is one shopper of its own.
-- Reads order_line(order_id, item, customer_id, at_ms, quantity): rows as the reader let them through;
-- item = place in the catalogue.
CREATE OR REPLACE TABLE shop_order AS
WITH orders AS (
  SELECT order_id, min(at_ms) AS at_ms, min(nullif(customer_id, '')) AS customer_id
  FROM order_line
  GROUP BY order_id
)
SELECT
  order_id,
  CAST(row_number() OVER (ORDER BY order_id) AS INTEGER) AS order_no,
  at_ms,
  CAST(floor(at_ms / 86400000) AS INTEGER) AS day,
  CAST(dense_rank() OVER (ORDER BY coalesce('c' || customer_id, 'o' || order_id)) AS INTEGER) AS shopper,
  customer_id IS NOT NULL AS known
FROM orders;
