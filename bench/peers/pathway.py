"""The pathway model again, in numpy, from the equations of docs/pathway-model.md and by other algorithms: explicit cohorts that are moved
on year by year, and shadow prices by the plain fixed point. Draws are the first axis, so that numpy works on many at once.

    python3 bench/peers/pathway.py request.json answer.json [runs]

Request: {input, option, draws}. Answer: {baseline, option: {name: [draw][year][...]}, milliseconds: median time of the draws}.
"""
import json
import sys
import time

import numpy as np

CAREERS = ["consultant", "gp"]
RADIUS_KM = 6371.0088


def great_circle_km(a, b):
    lat1, lat2 = np.radians(a["latitude"]), np.radians(b["latitude"])
    dlat, dlon = lat2 - lat1, np.radians(b["longitude"] - a["longitude"])
    h = np.sin(dlat / 2) ** 2 + np.cos(lat1) * np.cos(lat2) * np.sin(dlon / 2) ** 2
    return 2 * RADIUS_KM * np.arcsin(np.sqrt(min(1, h)))


def whole_years(mean):
    low = int(np.floor(mean + 1e-9))
    share = mean - low
    return [(low, 1.0)] if share < 1e-9 else [(low, 1 - share), (low + 1, share)]


class Model:
    def __init__(self, given):
        self.given = given
        self.regions = given["regions"]
        self.R = len(self.regions)
        self.P = self.R + 1
        self.Y = given["years"]
        self.groups = [p["group"] for p in given["programmes"]]
        self.place = {r["code"]: i for i, r in enumerate(self.regions)}
        self.place[None] = self.R
        self.steps = np.array([r["deprivationSteps"] for r in self.regions])
        km = np.array([[great_circle_km(a, b) if a is not b else 0.0 for b in self.regions] for a in self.regions])
        self.km = np.vstack([km, np.full((1, self.R), km.mean())])
        self.tied = given["rates"]["tieShare"]["value"]
        self.ties = np.array([1 - self.tied, self.tied])
        self.parts = self.make_parts()
        self.homes = self.opening_homes()

    def value(self, name):
        return self.given["choice"][name]["value"]

    def rate(self, name):
        return self.given["rates"][name]["value"]

    def yearly(self, value, year):
        return value if isinstance(value, (int, float)) else value[year]

    def make_parts(self):
        parts = []
        for g, p in enumerate(self.given["programmes"]):
            core = 0 if p["coreYears"] is None else p["coreYears"] * p["dilation"]["value"]
            shapes = [("final", p["finalYears"])] if p["coreYears"] is None else [("core", p["coreYears"]), ("final", p["finalYears"])]
            for name, nominal in shapes:
                years = nominal * p["dilation"]["value"]
                ltft = p["ltftShare"]["value"]
                kinds = [(n, s * (1 - ltft), False) for n, s in whole_years(years)]
                kinds += [(n, s * ltft, True) for n, s in whole_years(years / self.rate("ltftFte"))]
                final = name == "final"
                parts.append({
                    "group": g, "name": name, "kinds": kinds, "attrition": p["annualAttrition"]["value"],
                    "career": CAREERS.index(p["career"]), "elapsed": core if final else 0.0,
                    "before": 2 if p["coreYears"] is None or not final else int(np.floor(core + 0.5)),
                })
        return parts

    def opening_homes(self):
        leavers = np.zeros(self.P)
        for flow in self.given["leavers"]:
            leavers[self.place[flow["homeRegionCode"]]] += self.yearly(flow["people"], 0)
        leavers = leavers / leavers.sum() if leavers.sum() > 0 else np.eye(self.P)[self.R]
        self.leaver_homes = leavers
        draw = np.exp(self.value("distancePer100Km") * self.km / 100)
        draw[np.arange(self.R), np.arange(self.R)] *= np.exp(self.value("homeConstant"))
        homes = np.vstack([(leavers[:, None] * draw).T, leavers])
        loaded = self.given["opening"].get("homes") or []
        for code in {one["regionCode"] for one in loaded}:
            homes[self.place[code]] = 0
        for one in loaded:
            homes[self.place[one["regionCode"]], self.place[one["homeRegionCode"]]] = one["share"]
        return homes / homes.sum(axis=1, keepdims=True)

    def spread(self, rows):
        """People of places over ties and homes: [tie, home, place]."""
        people = np.zeros(self.P)
        for code, heads in rows:
            people[self.place[code]] += heads
        return self.ties[:, None, None] * (people[:, None] * self.homes).T[None]


class Draws:
    """Parameters of all draws: arrays with the draw as first axis."""

    def __init__(self, model, draws):
        def drawn(name, central):
            return np.array([d["parameters"].get(name, central) for d in draws], dtype=float)

        self.B = len(draws)
        factor = np.array([1.0, model.value("tieFactor")])
        kappa = drawn("stayConstant", model.value("stayConstant"))
        theta = drawn("distancePer100Km", model.value("distancePer100Km"))
        self.nest = drawn("nestDissimilarity", model.value("nestDissimilarity"))
        sorting = model.given["switches"]["stayConstant"] == "sorting"
        home = model.value("homeConstant") + (kappa if sorting else np.zeros(self.B))
        utility = theta[:, None, None] * model.km / 100
        utility[:, np.arange(model.R), np.arange(model.R)] += home[:, None]
        utility = factor[None, :, None, None] * utility[:, None]
        self.near = np.exp(utility / self.nest[:, None, None, None])
        self.career_near = np.exp(utility)
        stay = np.zeros((self.B, 2)) if sorting else factor * kappa[:, None]
        self.stay = np.exp(stay / self.nest[:, None]) - 1
        self.career_stay = np.exp(stay)
        self.per_year = np.zeros(self.B) if sorting else drawn("stayPerYear", model.value("stayPerYear"))
        self.ltft = drawn("ltftHazardRatio", model.rate("ltftHazardRatio"))
        self.deprivation = drawn("deprivationHazardRatio", model.rate("deprivationHazardRatio"))[:, None] ** (model.steps / 4)
        self.attrition = drawn("attritionFactor", 1)
        self.gap = drawn("gapLeavingFactor", 1)
        self.career = drawn("careerLeavingFactor", 1)
        self.sizes = {k: np.array([d[k] for d in draws], dtype=float).reshape(self.B, -1)
                      for k in ("shifts", "hazardRatios", "careerShifts", "careerHazardRatios")}


class Node:
    """Rationed nested choice of tie × home × place among group × region."""

    def __init__(self, draws, weights):
        self.d, self.A = draws, weights

    def people_per_weight(self, weights, people):
        """weights [B, tie, region] -> people per unit of weight [B, tie, region], placed ratio and outside share."""
        d = self.d
        R = weights.shape[2]
        open_ = (d.near * weights[:, :, None]).sum(axis=3)
        z = np.repeat(open_[..., None], R + 1, axis=3)
        z[..., :R] += d.stay[:, :, None, None] * d.near * weights[:, :, None]
        raised = z ** d.nest[:, None, None, None]
        with np.errstate(divide="ignore", invalid="ignore"):
            q = np.where(z > 0, people * raised / (1 + raised) / z, 0)
        per = (d.near * (q.sum(axis=3)[..., None] + d.stay[:, :, None, None] * q[..., :R])).sum(axis=2)
        return per, q, 1 / (1 + raised)

    def solve(self, lift, posts, people):
        A = self.A
        per, q, outside = self.people_per_weight((A[:, None] * lift).sum(axis=2), people)
        each = (lift * per[:, :, None]).sum(axis=1)
        self.free = A * each
        beta = A
        if (self.free > posts).any():
            for _ in range(5000):
                with np.errstate(divide="ignore", invalid="ignore"):
                    new = np.where(A * each > posts, posts / each, A)
                    change = np.abs(np.log(new / beta))
                beta = new
                per, q, outside = self.people_per_weight((beta[:, None] * lift).sum(axis=2), people)
                each = (lift * per[:, :, None]).sum(axis=1)
                if np.nanmax(np.where(beta > 0, change, 0)) < 1e-13:
                    break
        self.filled = np.minimum(beta * each, posts)
        self.outside = outside * people
        weight = beta[:, None] * lift  # [B, tie, group, region]
        R = A.shape[2]
        stay = self.d.stay[:, :, None, None]
        base = self.d.near[:, :, None] * weight[:, :, :, None]  # [B, tie, group, home, region]
        self.placed = base * (q.sum(axis=3)[:, :, None, :, None] + stay[..., None] * q[:, :, None, :, :R])
        self.stayed = (base * (1 + stay[..., None]) * q[:, :, None, :, :R]).sum(axis=3)
        return self


class Run:
    def __init__(self, model, draws, option):
        self.m, self.d, self.option = model, draws, option
        given, B, R, P = model.given, draws.B, model.R, model.P
        self.G = len(model.groups)
        opening = given["opening"]
        tile = lambda a: np.repeat(a[None], B, axis=0)
        self.f1, self.f2 = (tile(model.spread([(o["regionCode"], o["people"]) for o in opening["foundation"] if o["year"] == y])) for y in (1, 2))
        self.gap = [tile(model.spread([(o["regionCode"], o["people"]) for o in opening["gap"] if o["age"] == a])) for a in (1, 2, 3)]
        self.pool = [tile(model.spread([(o["regionCode"], o["people"]) for o in opening["higherPool"] if o["group"] == g])) for g in model.groups]
        self.waited = [np.full(B, (p["coreYears"] or 0) * p["dilation"]["value"]) for p in given["programmes"]]
        self.left = np.full(B, float(opening["left"]))
        self.heads, self.fte, self.settling = (np.zeros((B, 2, R)) for _ in range(3))
        for o in opening["careers"]:
            self.heads[:, CAREERS.index(o["kind"]), model.place[o["regionCode"]]] += o["people"]
            self.fte[:, CAREERS.index(o["kind"]), model.place[o["regionCode"]]] += o["fte"]
        for o in opening["settling"]:
            self.settling[:, CAREERS.index(o["kind"]), model.place[o["regionCode"]]] += o["people"]
        self.cohorts = [[] for _ in model.parts]
        for i, part in enumerate(model.parts):
            for done in sorted({o["year"] for o in opening["training"]}):
                rows = [(o["regionCode"], o["people"]) for o in opening["training"]
                        if o["group"] == model.groups[part["group"]] and o["part"] == part["name"] and o["year"] == done]
                if rows:
                    self.enter(i, tile(model.spread(rows)[..., :R]), None, np.full(B, part["elapsed"]), done)
        self.out = {k: [] for k in ("entry", "higher", "foundation", "demand", "ccts", "years", "fte", "left", "gap")}
        self.utilities()

    def utilities(self):
        m, given = self.m, self.m.given
        slope = m.value("deprivationPerStep")
        self.V = {n: np.full((1 if n == "foundation" else self.G, m.R), -np.inf) for n in ("foundation", "specialty_entry", "higher_entry")}
        for a in given["choice"]["attraction"]:
            g = 0 if a["group"] is None else m.groups.index(a["group"])
            r = m.place[a["regionCode"]]
            self.V[a["node"]][g, r] = a["utility"] + slope * m.steps[r]
        self.careerV = np.full((2, m.R), -np.inf)
        for a in given["choice"]["careerAttraction"]:
            r = m.place[a["regionCode"]]
            self.careerV[CAREERS.index(a["kind"]), r] = a["utility"] + slope * m.steps[r]
        self.calibrate()

    def posts(self, node, year):
        posts = np.zeros(self.V[node].shape)
        for p in self.m.given["posts"]:
            if p["node"] == node:
                posts[0 if p["group"] is None else self.m.groups.index(p["group"]), self.m.place[p["regionCode"]]] = self.m.yearly(p["posts"], year)
        return posts

    def size(self, node, year):
        """Posts of the year, in those of the first year that has any."""
        size = np.ones(self.V[node].shape)
        for p in self.m.given["posts"]:
            if p["node"] == node:
                of = [self.m.yearly(p["posts"], y) for y in range(self.m.Y)]
                first = next((n for n in of if n > 0), 0)
                if first > 0:
                    size[0 if p["group"] is None else self.m.groups.index(p["group"]), self.m.place[p["regionCode"]]] = of[year] / first
        return size

    def weights(self, node, g, year):
        own = slice(None) if g is None else slice(g, g + 1)
        return self.A[node][:, own] * self.size(node, year)[own]

    def calibrate(self):
        """Attractions with which as many come to each option in the first year as under the central parameters, draw by draw: the
        contraction of Berry, Levinsohn and Pakes, with a step in log-odds for all options together."""
        m, d, given = self.m, self.d, self.m.given
        central = Draws(m, [{"parameters": {}, "shifts": [], "hazardRatios": [], "careerShifts": [], "careerHazardRatios": []}])
        self.A = {n: np.exp(V[None] / d.nest[:, None, None]) for n, V in self.V.items()}
        apply = [given["rates"]["applying"][k]["value"] for k in ("f2", "gap1", "gap2", "gap3")]
        f1 = np.zeros((2, m.P, m.P))
        for flow in given["leavers"]:
            f1[:, m.place[flow["homeRegionCode"]], m.place[flow["schoolRegionCode"]]] += m.yearly(flow["people"], 0) * m.ties
        entry = sum(a * s[0] for a, s in zip(apply, [self.f2, *self.gap]))
        entry[:, m.R, m.R] += self.externals("specialty_entry", None, 0)[0] * m.ties
        crowds = [("foundation", None, f1), ("specialty_entry", None, entry)]
        for g, programme in enumerate(given["programmes"]):
            if programme["coreYears"] is not None:
                people = self.pool[g][0].copy()
                part = next(i for i, p in enumerate(m.parts) if p["group"] == g and p["name"] == "core")
                for c in self.cohorts[part]:
                    people[..., :m.R] += sum(k[2][0] for k in c["kinds"] if k[0] == c["done"])
                people[:, m.R, m.R] += self.externals("higher_entry", programme["group"], 0)[0] * m.ties
                crowds.append(("higher_entry", g, people))
        drawn = np.array([[d.nest[b], *d.near[b].ravel(), *d.stay[b]] for b in range(d.B)])
        same = np.array([central.nest[0], *central.near[0].ravel(), *central.stay[0]])
        moved = ~(drawn == same).all(axis=1)
        if not moved.any():
            return
        for node, g, people in crowds:
            own = slice(None) if g is None else slice(g, g + 1)
            size = self.size(node, 0)[own]
            A0 = np.exp(self.V[node][None, own] / central.nest[:, None, None]) * size

            def demand(draws, A):
                per, q, _ = Node(draws, A).people_per_weight(np.repeat(A.sum(axis=1)[:, None], 2, axis=1), people[None])
                return A * per.sum(axis=1)[:, None]

            wanted = demand(central, A0)
            if not wanted.sum() > 0:
                continue
            A = np.repeat(A0, d.B, axis=0)
            nest, all_ = d.nest[:, None, None], people.sum()
            odds = lambda x: np.log(x / (all_ - x))
            for _ in range(5000):
                found = demand(d, A)
                total = found.sum(axis=(1, 2), keepdims=True)
                with np.errstate(divide="ignore", invalid="ignore"):
                    step = np.where(wanted > 0, np.log(wanted / found), 0)
                level = (odds(wanted.sum()) - odds(total)) / nest
                A = A * np.exp(np.where(wanted > 0, step - np.log(wanted.sum() / total) + level, 0))
                if np.abs(step).max() < 5e-13:
                    break
            with np.errstate(divide="ignore", invalid="ignore"):
                A = np.where(size > 0, A / size, np.exp(self.V[node][None, own] / nest))
            self.A[node][moved, own] = A[moved]

    def active(self, scope, year):
        return scope["fromYear"] <= self.m.given["startYear"] + year <= scope["toYear"]

    def lift(self, node, year):
        G = self.V[node].shape[0]
        lift = np.ones((self.d.B, 2, G, self.m.R))
        for i, s in enumerate(self.option["shifts"]):
            if s["node"] == node and self.active(s, year):
                g = slice(None) if s["group"] is None else self.m.groups.index(s["group"])
                t = slice(None) if s["tied"] is None else int(s["tied"])
                size = np.exp(self.d.sizes["shifts"][:, i] / self.d.nest)
                view = lift[:, t, g, self.m.place[s["regionCode"]]]
                lift[:, t, g, self.m.place[s["regionCode"]]] = view * size.reshape((-1,) + (1,) * (view.ndim - 1))
        return lift

    def hazard_levers(self, year):
        """[B, group or foundation, tie, region]"""
        ratio = np.ones((self.d.B, self.G + 1, 2, self.m.R))
        for i, s in enumerate(self.option["hazards"]):
            if self.active(s, year):
                foundation = self.G if s["group"] == "foundation" else None
                g = slice(None) if s["group"] is None else self.m.groups.index(s["group"]) if foundation is None else foundation
                t = slice(None) if s["tied"] is None else int(s["tied"])
                view = ratio[:, g, t, self.m.place[s["regionCode"]]]
                size = self.d.sizes["hazardRatios"][:, i].reshape((-1,) + (1,) * (view.ndim - 1))
                ratio[:, g, t, self.m.place[s["regionCode"]]] = view * size
        return ratio

    def enter(self, part, people, stayed, elapsed, done=0):
        kinds = [k for k in self.m.parts[part]["kinds"] if k[0] >= max(done, 1)]
        whole = sum(share for _, share, _ in kinds)
        stayed = np.zeros_like(people.sum(axis=2)) if stayed is None else stayed
        self.cohorts[part].append({
            "done": done, "elapsed": elapsed, "known": done == 0,
            "kinds": [[n, ltft, people * (share / whole), stayed * (share / whole)] for n, share, ltft in kinds],
        })

    def finish(self, part):
        """Who finishes at the start of the year: [(years taken, people, stayers, elapsed)]."""
        done = []
        for c in self.cohorts[part]:
            for kind in [k for k in c["kinds"] if k[0] == c["done"]]:
                done.append((kind[0], kind[2], kind[3], c["elapsed"] + kind[0]))
            c["kinds"] = [k for k in c["kinds"] if k[0] > c["done"]]
        self.cohorts[part] = [c for c in self.cohorts[part] if c["kinds"]]
        return done

    def train(self, ratios):
        rates, left = self.m.given["rates"], np.zeros((self.d.B, self.m.R))
        for i, part in enumerate(self.m.parts):
            base = -np.log1p(-part["attrition"]) * self.d.attrition[:, None, None]
            base = base * self.d.deprivation[:, None] * ratios[:, part["group"]]  # [B, tie, region]
            for c in self.cohorts[i]:
                early = rates["earlyHazardRatio"]["value"] if c["done"] < rates["earlyYears"] else 1
                for kind in c["kinds"]:
                    stays = np.exp(-base * early * (self.d.ltft[:, None, None] if kind[1] else 1))
                    left += (kind[2] * (1 - stays)[:, :, None]).sum(axis=(1, 2))
                    kind[2] = kind[2] * stays[:, :, None]
                    kind[3] = kind[3] * stays
                c["done"] += 1
        self.left += left.sum(axis=1)
        return left

    def compete(self, node, g, posts, people, externals, prioritised, year):
        """First those prioritised, then the others for what is left. Returns placed, stayed [B, tie, group, ...], filled, outside, demand."""
        act = self.m.given["switches"]["regime"] == "after_act"
        weights = self.weights(node, g, year)
        lift = self.lift(node, year)
        lift = lift if g is None else lift[:, :, g:g + 1]
        R = self.m.R
        first = people.copy()
        first[:, :, R, R] += externals * (prioritised if act else 1) * self.m.ties
        one = Node(self.d, weights).solve(lift, posts, first)
        share = one.outside[:, :, R, R] / np.where(first[:, :, R, R] > 0, first[:, :, R, R], 1)
        outside = one.outside.copy()
        outside[:, :, R, R] = people[:, :, R, R] * share
        placed, stayed, filled, demand = one.placed, one.stayed, one.filled, one.free
        if act:
            rest = posts - one.filled
            rest = np.where(rest > 1e-9 * posts, rest, 0)
            others = np.zeros_like(people)
            others[:, :, R, R] = externals * (1 - prioritised) * self.m.ties
            two = Node(self.d, weights).solve(lift, rest, others)
            placed, stayed, filled, demand = placed + two.placed, stayed + two.stayed, filled + two.filled, demand + two.free
        return placed, stayed, filled, outside, demand

    def externals(self, node, group, year):
        for e in self.m.given["externals"]:
            if e["node"] == node and e["group"] == group:
                return self.m.yearly(e["people"], year), e["prioritisedShare"]["value"]
        return 0.0, 0.0

    def year(self, year):
        m, d, given, R = self.m, self.d, self.m.given, self.m.R
        rates = given["rates"]
        ratios = self.hazard_levers(year)
        finished = [self.finish(i) for i in range(len(m.parts))]
        part_of = lambda g, name: next(i for i, p in enumerate(m.parts) if p["group"] == g and p["name"] == name)
        # CT1/ST1
        apply = [rates["applying"][k]["value"] for k in ("f2", "gap1", "gap2", "gap3")]
        sources = [self.f2, *self.gap]
        people = sum(a * s for a, s in zip(apply, sources))
        heads, share = self.externals("specialty_entry", None, year)
        placed, stayed, entry, outside, demand = self.compete("specialty_entry", None, self.posts("specialty_entry", year), people, heads, share, year)
        for g in range(self.G):
            name = "final" if given["programmes"][g]["coreYears"] is None else "core"
            self.enter(part_of(g, name), placed[:, :, g], stayed[:, :, g], np.zeros(d.B))
        with np.errstate(invalid="ignore", divide="ignore"):
            got = np.where(people > 0, 1 - outside / people, 0)
        stays = (1 - rates["gapLeaving"]["value"]) ** d.gap[:, None, None, None]
        rest = [s * (1 - a * got) for a, s in zip(apply, sources)]
        rest = [rest[0], rest[1], rest[2] + rest[3]]
        self.left += sum((r * (1 - stays)).sum(axis=(1, 2, 3)) for r in rest)
        self.gap = [r * stays for r in rest]
        # ST3/ST4
        higher = np.zeros((d.B, self.G, R))
        demands = np.zeros((d.B, self.G, R))
        posts = self.posts("higher_entry", year)
        for g, programme in enumerate(given["programmes"]):
            if programme["coreYears"] is None:
                continue
            done = finished[part_of(g, "core")]
            people = self.pool[g].copy()
            count, elapsed = people.sum(axis=(1, 2, 3)), people.sum(axis=(1, 2, 3)) * (self.waited[g] + 1)
            for _, who, _, since in done:
                people[..., :R] += who
                count, elapsed = count + who.sum(axis=(1, 2, 3)), elapsed + who.sum(axis=(1, 2, 3)) * since
            self.waited[g] = np.where(count > 0, elapsed / np.where(count > 0, count, 1), self.waited[g])
            heads, share = self.externals("higher_entry", programme["group"], year)
            placed, stayed, filled, outside, wanted = self.compete("higher_entry", g, posts[g:g + 1], people, heads, share, year)
            self.enter(part_of(g, "final"), placed[:, :, 0], stayed[:, :, 0], self.waited[g])
            leave = rates["higherPoolLeaving"]["value"]
            self.left += outside.sum(axis=(1, 2, 3)) * leave
            self.pool[g] = outside * (1 - leave)
            higher[:, g], demands[:, g] = filled[:, 0], wanted[:, 0]
        # Foundation
        stays = np.exp(np.log1p(-rates["foundationLeaving"]["value"]) * d.deprivation[:, None] * ratios[:, self.G])
        through = lambda f: np.concatenate([f[..., :R] * stays[:, :, None], f[..., R:]], axis=3)
        self.left += self.f1.sum(axis=(1, 2, 3)) - through(self.f1).sum(axis=(1, 2, 3))
        self.f2 = through(self.f1)
        people = np.zeros((2, m.P, m.P))
        for flow in given["leavers"]:
            people[:, m.place[flow["homeRegionCode"]], m.place[flow["schoolRegionCode"]]] += m.yearly(flow["people"], year) * m.ties
        node = Node(d, self.weights("foundation", None, year))
        node.solve(self.lift("foundation", year), self.posts("foundation", year), np.repeat(people[None], d.B, axis=0))
        f1 = np.concatenate([node.placed[:, :, 0], np.zeros((d.B, 2, m.P, 1))], axis=3)
        self.f1 = through(f1)
        self.left += f1.sum(axis=(1, 2, 3)) - self.f1.sum(axis=(1, 2, 3))
        self.careers(finished, ratios, year)
        left = self.train(ratios)
        back = self.left * rates["returning"]["value"]
        self.left -= back
        self.gap[2][..., R] += back[:, None, None] * m.ties[:, None] * m.leaver_homes
        self.out["entry"].append(entry)
        self.out["higher"].append(higher)
        self.out["foundation"].append(node.filled[:, 0])
        self.out["demand"].append(demand + demands)
        self.out["fte"].append(self.fte.copy())
        self.out["left"].append(left)

    def careers(self, finished, ratios, year):
        m, d, R, rates = self.m, self.d, self.m.R, self.m.given["rates"]
        ccts, years = np.zeros((d.B, R)), np.zeros((d.B, R))
        lever = np.ones((d.B, 2, R))
        for i, s in enumerate(self.option["careerHazards"]):
            if self.active(s, year):
                for k in range(2) if s["kind"] is None else [CAREERS.index(s["kind"])]:
                    lever[:, k, m.place[s["regionCode"]]] *= d.sizes["careerHazardRatios"][:, i]
        for k, kind in enumerate(CAREERS):
            who = np.zeros((d.B, 2, m.P, R))
            weight, count = np.zeros((d.B, 2, R)), np.zeros((d.B, 2, R))
            for part, done in zip(m.parts, finished):
                if part["name"] != "final" or part["career"] != k:
                    continue
                for length, people, stayers, since in done:
                    total = people.sum(axis=2)
                    near = np.exp(d.per_year * min(5, length))[:, None, None]
                    long = np.exp(d.per_year * min(5, length + part["before"]))[:, None, None]
                    who, count = who + people, count + total
                    weight = weight + (total - stayers) * near + stayers * long
                    ccts, years = ccts + total.sum(axis=1), years + total.sum(axis=1) * since[:, None]
            A = np.repeat(np.exp(self.careerV[k])[None], d.B, axis=0)
            for i, s in enumerate(self.option["careerShifts"]):
                if self.active(s, year) and s["kind"] in (None, kind):
                    A[:, m.place[s["regionCode"]]] *= np.exp(d.sizes["careerShifts"][:, i])
            base = A[:, None, None] * d.career_near  # [B, tie, home, region]
            with np.errstate(invalid="ignore", divide="ignore"):
                stay = np.where(count > 0, d.career_stay[..., None] * weight / count, 1)
            own = base * (stay - 1)[:, :, None]
            per = who / (1 + base.sum(axis=3, keepdims=True) + own)
            arriving = (base * per.sum(axis=3, keepdims=True) + per * own).sum(axis=(1, 2))
            first, second = (one["value"] for one in rates["settling"][kind])
            joining = arriving * first + self.settling[:, k] * second
            self.settling[:, k] = arriving * (1 - first) + self.settling[:, k] * (1 - second)
            h = -np.log1p(-rates["careerLeaving"][kind]["value"]) * d.career[:, None]
            stays = np.exp(-h * d.deprivation * lever[:, k])
            self.heads[:, k] = self.heads[:, k] * stays + joining
            self.fte[:, k] = self.fte[:, k] * stays + joining * rates["fteOnJoining"][kind]["value"]
        self.out["ccts"].append(ccts)
        self.out["years"].append(years)

    def all_years(self):
        for year in range(self.m.Y):
            self.year(year)
        return {k: np.stack(v, axis=1).tolist() for k, v in self.out.items() if v}


def main():
    with open(sys.argv[1], encoding="utf8") as file:
        request = json.load(file)
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    nothing = {k: [] for k in request["option"]}
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        model = Model(request["input"])
        draws = Draws(model, request["draws"])
        answer = {"baseline": Run(model, draws, nothing).all_years(), "option": Run(model, draws, request["option"]).all_years()}
        times.append((time.perf_counter() - start) * 1000)
    answer["milliseconds"] = float(np.median(times))
    with open(sys.argv[2], "w", encoding="utf8") as file:
        json.dump(answer, file)


main()
