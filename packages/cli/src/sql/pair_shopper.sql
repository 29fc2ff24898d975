-- Distinct shoppers of every candidate pair: what the floor and "1 in n" are judged by.
CREATE OR REPLACE TABLE pair_shopper AS
SELECT pair.a, pair.b, count(DISTINCT x.shopper) AS shoppers
FROM pair
JOIN basket x ON x.item = pair.a
JOIN basket y ON y.item = pair.b AND y.order_no = x.order_no
WHERE pair.a < pair.b
GROUP BY pair.a, pair.b;
