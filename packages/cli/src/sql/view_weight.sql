-- How much a visit counts, as a whole number, so that no sum depends on the order of its rows: 2 ** 20 for a visit of one item
-- that ended last, less with more items and with age.
-- $until: visits from this number on are not seen. $length_power: a visit of n items counts n ** -$length_power.
-- $recency: a visit older by this share of the whole span counts exp(-1).
DROP TABLE IF EXISTS view_weight;
CREATE TABLE view_weight AS
WITH span AS (
  SELECT max(at_ms) AS newest_ms, max(at_ms) - min(at_ms) AS span_ms FROM view_visit WHERE visit_no < $until
)
SELECT
  v.visit_no,
  v.shopper,
  CAST(ceil(1048576
    * power(CAST(v.items AS DOUBLE PRECISION), -$length_power)
    * exp(CAST(v.at_ms - s.newest_ms AS DOUBLE PRECISION) / ($recency * greatest(s.span_ms, 1)))
  ) AS BIGINT) AS weight
FROM view_visit AS v
CROSS JOIN span AS s
WHERE v.visit_no < $until;
