"""Makes a failing case small: statements go while the failure stays."""

import os

from checks import Case


SEPARATOR = ",\n  "  # between the elements of a table


def fewer_of(parts, number):
    """Without one element; the first and the last stand together with what is around the list."""
    if number == 0:
        return [parts[0].split("\n  ")[0] + "\n  " + parts[1], *parts[2:]]
    if number == len(parts) - 1:
        return [*parts[:-2], parts[-2] + "\n)" + parts[-1].split("\n)")[-1]]
    return parts[:number] + parts[number + 1:]


class Failure:
    def __init__(self, seed, check, problem, case):
        self.seed, self.check, self.problem, self.case = seed, check, problem, case

    def text(self):
        parts = []
        for side in "before", "after":
            statements = self.case.texts[side]
            if statements is not None:
                parts.append(f"-- {side}\n" + "".join(sql + ";\n" for sql in statements))
        return "".join(parts)

    def write(self, folder):
        place = os.path.join(folder, f"{self.check}_{self.seed}")
        os.makedirs(place, exist_ok=True)
        names = {"before": "current.sql", "after": "desired.sql"}
        for side, statements in self.case.texts.items():
            if statements is not None:
                with open(os.path.join(place, names[side]), "w", encoding="utf-8") as file:
                    file.write("".join(sql + ";\n" for sql in statements))
        with open(os.path.join(place, "problem.txt"), "w", encoding="utf-8") as file:
            file.write(f"seed {self.seed}, {self.check}: {self.problem}\n")


class Shrinker:
    def __init__(self, bench, check, sort, budget):
        self.bench, self.check, self.sort, self.left = bench, check, sort, budget

    def problem(self, before, after):
        """The problem of a smaller case when it is of the same sort, with the texts that loaded."""
        if self.left <= 0:
            return None
        self.left -= 1
        case = Case(before, after)
        problem = self.check(self.bench, case)
        self.bench.forget(case)
        if not problem or problem.sort != self.sort:
            return None
        return problem, case

    def run(self, before, after):
        """The smallest (problem, case) found, or None."""
        best = self.problem(before, after)
        size = max(1, len(before) // 2)
        while best and size >= 1:
            smaller = self.without(best, size)
            if smaller:
                best = smaller
            else:
                size //= 2
        return self.with_fewer_elements(best) if best else None

    def with_fewer_elements(self, best):
        """Columns and constraints of the tables that are left go one by one."""
        for sql in list(dict.fromkeys([*best[1].texts["before"], *(best[1].texts["after"] or [])])):
            parts = sql.split(SEPARATOR)
            number = len(parts) - 1
            while number >= 0 and len(parts) > 1:
                fewer = fewer_of(parts, number)
                found = self.problem(*(None if texts is None else [SEPARATOR.join(fewer) if one == SEPARATOR.join(parts) else one
                                                                   for one in texts] for texts in
                                       (best[1].texts["before"], best[1].texts["after"])))
                if found and SEPARATOR.join(fewer) in found[1].texts["before"] + (found[1].texts["after"] or []):
                    best, parts = found, fewer
                number -= 1
        return best

    def without(self, best, size):
        """One round of leaving out `size` statements at each place, the last ones first."""
        found = None
        texts = best[1].texts
        union = list(dict.fromkeys([*texts["before"], *(texts["after"] or [])]))
        for start in range(max(0, len(union) - size), -1, -size):
            gone = set(union[start:start + size])
            if not gone:
                continue
            texts = (found or best)[1].texts
            before = [sql for sql in texts["before"] if sql not in gone]
            after = None if texts["after"] is None else [sql for sql in texts["after"] if sql not in gone]
            if (before, after) == (texts["before"], texts["after"]):
                continue
            found = self.problem(before, after) or found
        return found


def shrunk(bench, failure, check, budget):
    case = failure.case
    side = getattr(failure.problem, "side", None)
    before, after = case.texts["before"], case.texts["after"]
    if side:
        before, after = case.texts[side], None
    found = Shrinker(bench, check, failure.problem.sort, budget).run(before, after)
    if not found:
        return failure
    return Failure(failure.seed, failure.check, *found)
