-- One row per item that was looked at: how much, as the sum of the weights of its looks.
DROP TABLE IF EXISTS view_item;
CREATE TABLE view_item AS
SELECT c.item, CAST(sum(w.weight) AS BIGINT) AS weight
FROM view_click AS c
JOIN view_weight AS w ON w.visit_no = c.visit_no
GROUP BY c.item;
