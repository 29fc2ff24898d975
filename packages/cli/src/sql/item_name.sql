-- Every name of an item: its id, and the other ids (a SKU, a variant number) by which orders may name it.
-- Reads alias_input(other_id, item_id), which may be empty.
DROP TABLE IF EXISTS item_name;
CREATE TABLE item_name AS
SELECT item_id AS name, item
FROM item_no
UNION ALL
SELECT a.other_id, min(i.item)
FROM alias_input AS a
JOIN item_no AS i ON i.item_id = a.item_id
WHERE NOT EXISTS (SELECT 1 FROM item_no AS own WHERE own.item_id = a.other_id)
GROUP BY a.other_id;
