-- One row of facts about the whole shop: re-order gaps of customers, units per line, purchase days per customer.
CREATE OR REPLACE TABLE store AS
WITH visit AS (
  SELECT DISTINCT shopper, day FROM shop_order WHERE known
),
gap AS (
  SELECT shopper, day - lag(day) OVER (PARTITION BY shopper ORDER BY day) AS days FROM visit
),
customer AS (
  SELECT shopper, count(*) AS days FROM visit GROUP BY shopper
)
SELECT
  (SELECT count(*) FROM customer) AS customers,
  (SELECT count(DISTINCT shopper) FROM shop_order) AS shoppers,
  (SELECT count(*) FROM shop_order) AS orders,
  (SELECT max(at_ms) FROM order_line) AS newest_ms,
  (SELECT min(at_ms) FROM order_line) AS oldest_ms,
  (SELECT count(DISTINCT shopper) FROM gap WHERE days IS NOT NULL) AS returning_customers,
  (SELECT quantile_disc(days, 0.50) FROM gap) AS gap_50,
  (SELECT quantile_disc(days, 0.75) FROM gap) AS gap_75,
  (SELECT quantile_disc(days, 0.90) FROM gap) AS gap_90,
  (SELECT quantile_disc(days, 0.95) FROM gap) AS gap_95,
  (SELECT quantile_disc(quantity, 0.95) FROM order_line) AS units_95,
  (SELECT quantile_disc(days, 0.80) FROM customer) AS purchase_days_80;
