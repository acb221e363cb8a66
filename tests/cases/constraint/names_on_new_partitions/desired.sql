CREATE TABLE visitor (id int PRIMARY KEY);
CREATE TABLE visit (
    day date PRIMARY KEY,
    visitor int REFERENCES visitor,
    room int,
    UNIQUE (day, room)
) PARTITION BY RANGE (day);
CREATE INDEX ON visit (room);
CREATE TABLE visit_2025 PARTITION OF visit FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE visit_2026 PARTITION OF visit FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')
    PARTITION BY RANGE (day);
CREATE TABLE visit_2026_1 PARTITION OF visit_2026 FOR VALUES FROM ('2026-01-01') TO ('2026-07-01');
ALTER TABLE visit_2025 RENAME TO visit_old;
ALTER TABLE visit_2026_1 RENAME TO visit_first_half;
ALTER TABLE visit_first_half RENAME CONSTRAINT visit_visitor_fkey TO of_visitor;
