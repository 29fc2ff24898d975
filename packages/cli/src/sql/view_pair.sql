-- One row per pair of items (a < b) looked at within ten events of each other: the sum of the visit's weight / distance,
-- and by how many distinct shoppers.
-- For engines that hold the visits; on one machine the same is counted from arrays (train/sumViews.ts), at a fraction of the time.
-- Only pairs that are among the $keep strongest of one of the two; rivals of popular items are damped a little.
DROP TABLE IF EXISTS view_pair;
CREATE TABLE view_pair AS
WITH distance AS (
  SELECT 1 AS places UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5
  UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9 UNION ALL SELECT 10
),
reach AS (
  SELECT c.visit_no, c.item, c.place + d.places AS place, d.places FROM view_click AS c CROSS JOIN distance AS d
),
by_shopper AS (
  SELECT
    least(x.item, y.item) AS a,
    greatest(x.item, y.item) AS b,
    w.shopper,
    CAST(sum(CAST(floor(w.weight / CAST(x.places AS DOUBLE PRECISION)) AS BIGINT)) AS BIGINT) AS weight
  FROM reach AS x
  JOIN view_click AS y ON y.visit_no = x.visit_no AND y.place = x.place AND y.item <> x.item
  JOIN view_weight AS w ON w.visit_no = x.visit_no
  GROUP BY least(x.item, y.item), greatest(x.item, y.item), w.shopper
),
pair AS (
  SELECT a, b, CAST(sum(weight) AS BIGINT) AS weight, CAST(count(*) AS INTEGER) AS shoppers FROM by_shopper GROUP BY a, b
),
damped AS (
  SELECT
    p.a, p.b, p.weight, p.shoppers,
    p.weight / power(CAST(i.weight + 3145728 AS DOUBLE PRECISION), 0.1) AS of_a,
    p.weight / power(CAST(j.weight + 3145728 AS DOUBLE PRECISION), 0.1) AS of_b
  FROM pair AS p
  JOIN view_item AS i ON i.item = p.a
  JOIN view_item AS j ON j.item = p.b
),
either_way AS (
  SELECT a AS item, a, b, weight, shoppers, of_b AS score FROM damped
  UNION ALL
  SELECT b AS item, a, b, weight, shoppers, of_a AS score FROM damped
),
ranked AS (
  SELECT a, b, weight, shoppers, row_number() OVER (PARTITION BY item ORDER BY score DESC, a, b) AS place FROM either_way
)
SELECT DISTINCT a, b, weight, shoppers FROM ranked WHERE place <= $keep;
