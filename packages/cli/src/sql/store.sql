-- One row of facts about the whole shop: re-order gaps of customers, units per line, shoppers of the last days (counted back from
-- the newest order), first and last row.
DROP TABLE IF EXISTS store;
CREATE TABLE store AS
WITH visit AS (
  SELECT DISTINCT shopper, day FROM shop_order WHERE known
),
gap AS (
  SELECT shopper, day - lag(day) OVER (PARTITION BY shopper ORDER BY day) AS days FROM visit
),
last_order AS (
  SELECT shopper, max(day) AS day FROM shop_order GROUP BY shopper
),
newest AS (
  SELECT max(day) AS day FROM shop_order
)
SELECT
  (SELECT count(DISTINCT shopper) FROM visit) AS customers,
  (SELECT count(*) FROM last_order) AS shoppers,
  (SELECT count(*) FROM shop_order) AS orders,
  (SELECT max(at_ms) FROM order_line) AS newest_ms,
  (SELECT min(at_ms) FROM order_line) AS oldest_ms,
  (SELECT max(at_ms) FROM event_input) AS newest_event_ms,
  (SELECT min(at_ms) FROM event_input) AS oldest_event_ms,
  (SELECT count(*) FROM last_order, newest WHERE last_order.day > newest.day - 7) AS shoppers_7,
  (SELECT count(*) FROM last_order, newest WHERE last_order.day > newest.day - 30) AS shoppers_30,
  (SELECT count(*) FROM last_order, newest WHERE last_order.day > newest.day - 90) AS shoppers_90,
  (SELECT count(*) FROM last_order, newest WHERE last_order.day > newest.day - 365) AS shoppers_365,
  (SELECT count(DISTINCT shopper) FROM gap WHERE days IS NOT NULL) AS returning_customers,
  (SELECT percentile_disc(0.50) WITHIN GROUP (ORDER BY days) FROM gap) AS gap_50,
  (SELECT percentile_disc(0.75) WITHIN GROUP (ORDER BY days) FROM gap) AS gap_75,
  (SELECT percentile_disc(0.90) WITHIN GROUP (ORDER BY days) FROM gap) AS gap_90,
  (SELECT percentile_disc(0.95) WITHIN GROUP (ORDER BY days) FROM gap) AS gap_95,
  (SELECT percentile_disc(0.95) WITHIN GROUP (ORDER BY quantity) FROM order_line) AS units_95;
