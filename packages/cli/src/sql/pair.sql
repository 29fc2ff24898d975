-- Candidate pairs "a was bought with b", the $keep best of each a by cosine: sum over common orders / sqrt(sum of a * sum of b).
-- $floor: at least so many common orders (a shopper has at least one each, so fewer orders can never be enough shoppers).
CREATE OR REPLACE TABLE pair AS
WITH common AS (
  SELECT x.item AS a, y.item AS b, count(*) AS orders, sum(x.weight) AS weight
  FROM basket x
  JOIN basket y ON x.order_no = y.order_no AND x.item < y.item
  GROUP BY x.item, y.item
),
counted AS (
  SELECT *, count(*) OVER () AS pairs FROM common
),
scored AS (
  SELECT a, b, pairs, CAST(common.weight AS DOUBLE) * common.weight / (CAST(i.weight AS DOUBLE) * j.weight) AS square
  FROM counted common
  JOIN item_sale i ON i.item = common.a
  JOIN item_sale j ON j.item = common.b
  WHERE orders >= $floor
),
either_way AS (
  SELECT a, b, pairs, square FROM scored
  UNION ALL
  SELECT b, a, pairs, square FROM scored
)
SELECT a, b, pairs, square, CAST(row_number() OVER (PARTITION BY a ORDER BY square DESC, b) AS INTEGER) AS place
FROM either_way
QUALIFY place <= $keep;
