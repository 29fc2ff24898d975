-- Distinct shoppers by calendar month (UTC; month 0 = January 1970): per item (item >= 0), per category (item = -1, category > 0)
-- and of the whole shop (item = -1, category = 0).
DROP TABLE IF EXISTS season;
CREATE TABLE season AS
WITH month_of AS (
  SELECT
    order_no,
    shopper,
    CAST((extract(year FROM DATE '1970-01-01' + day) - 1970) * 12 + extract(month FROM DATE '1970-01-01' + day) - 1 AS INTEGER)
      AS month_no
  FROM shop_order
),
bought AS (
  SELECT DISTINCT i.item, i.category, m.shopper, m.month_no
  FROM basket AS b
  JOIN month_of AS m ON m.order_no = b.order_no
  JOIN item_no AS i ON i.item = b.item
)
SELECT item, 0 AS category, month_no, CAST(count(*) AS INTEGER) AS shoppers
FROM bought
GROUP BY item, month_no
UNION ALL
SELECT -1, category, month_no, CAST(count(*) AS INTEGER)
FROM (SELECT DISTINCT category, shopper, month_no FROM bought WHERE category > 0) AS by_category
GROUP BY category, month_no
UNION ALL
SELECT -1, 0, month_no, CAST(count(*) AS INTEGER)
FROM (SELECT DISTINCT shopper, month_no FROM month_of) AS all_orders
GROUP BY month_no;
