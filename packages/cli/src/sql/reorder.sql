-- Per item: known customers, and those who bought it on at least two days. Guests cannot be told apart and are left out.
CREATE OR REPLACE TABLE reorder AS
WITH bought AS (
  SELECT item, shopper, count(DISTINCT day) AS days FROM basket WHERE known GROUP BY item, shopper
)
SELECT item, count(*) AS customers, count(*) FILTER (WHERE days > 1) AS again
FROM bought
GROUP BY item;
