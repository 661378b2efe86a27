"""Builds the base map under data/basemap from GSHHG, by the extents and tolerances in data/basemap/recipe.json.

Only whoever changes the base map runs this; its results are committed, so a build of the site needs neither
Python nor a network. On Debian 12, from the project's root:

    apt-get install gmt gmt-gshhg-full python3-shapely
    /usr/bin/python3 src/cli/basemap/build.py

With the path of the water bodies file of the package named in the recipe, the supplement is built as well
(it comes from OpenStreetMap, hence under another licence and in a file of its own):

    npm pack @geo-maps/earth-waterbodies-10m@0.6.0 && tar xzf geo-maps-*.tgz package/map.geo.json
    /usr/bin/python3 src/cli/basemap/build.py package/map.geo.json
"""

import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon, box, shape
from shapely.geometry.polygon import orient
from shapely.ops import linemerge, polygonize, transform, unary_union

DATA = Path("data/basemap")
KM_LON, KM_LAT = 88.0, 111.2  # kilometres in a degree at 38 N: distances are measured in this plane
MARGIN = 5  # degrees read beyond the frame, so that a lake on its edge is a closed ring
RECIPE = json.loads((DATA / "recipe.json").read_text())
DETAIL, CONTEXT, SKETCH = RECIPE["detail"], RECIPE["context"], RECIPE["sketch"]
INNER, FRAME = box(*DETAIL["box"]), box(*CONTEXT["box"])


def parts(geometry, kind):
    """The non-empty pieces of one type ('Polygon', 'LineString') in a geometry of any type."""
    pieces = geometry.geoms if hasattr(geometry, "geoms") else [geometry]
    return [p for p in pieces if p.geom_type == kind and not p.is_empty]


def area_km2(geometry):
    return geometry.area * KM_LON * KM_LAT


def snap(geometry):
    """Puts back on the edges of the two boxes the points which arithmetic moved off them by a hair."""
    edges = [[box[i] for box in (DETAIL["box"], CONTEXT["box"]) for i in (axis, axis + 2)] for axis in (0, 1)]
    near = lambda v, axis: next((e for e in edges[axis] if abs(v - e) < 1e-9), v)
    return transform(lambda xs, ys, zs=None: ([near(x, 0) for x in xs], [near(y, 1) for y in ys]), geometry)


def simplify(geometry, km):
    plane = transform(lambda x, y, z=None: (x * KM_LON, y * KM_LAT), geometry).simplify(km, preserve_topology=True)
    return snap(transform(lambda x, y, z=None: (x / KM_LON, y / KM_LAT), plane))


def joined(lines):
    return parts(linemerge(MultiLineString(lines)), "LineString") if lines else []


def gmt(*words, text=None):
    """What a GMT module prints; it runs in a directory of its own, since it leaves a history file behind."""
    with tempfile.TemporaryDirectory() as cwd:
        return subprocess.run(["gmt", *words], input=text, capture_output=True, text=True, check=True, cwd=cwd).stdout


def dump_lines(*flags):
    """Lines of the GSHHG full set in the frame as (level, line); GMT cuts them at its bins."""
    west, south, east, north = CONTEXT["box"]
    area = f"-R{west - MARGIN}/{east + MARGIN}/{south - MARGIN}/{north + MARGIN}"
    text = gmt("pscoast", area, "-Df", "-M", *flags)
    found, level, points = [], 0, []
    for row in text.splitlines() + [">  Level 0"]:
        if row.startswith(">"):
            if len(points) > 1:
                found.append((level, LineString(points)))
            level, points = int(row.split("Level")[1].split()[0]), []
        elif row and row[0] != "#":
            lon, lat = row.split()[:2]
            points.append((round(float(lon), 6), round(float(lat), 6)))
    return found


def split(lines, region):
    """The parts of lines inside a region, joined into the longest runs, ends exactly on the boxes' edges."""
    return [snap(run) for run in joined([part for line in lines for part in parts(line.intersection(region), "LineString")])]


def faces(runs, region):
    edges = [region.exterior, *region.interiors]
    found = polygonize(unary_union(runs + edges))
    return [face for face in found if region.contains(face.representative_point())]


def dry(polygons):
    """Those of the polygons which GMT itself calls land."""
    points = "\n".join("{0.x} {0.y} {1}".format(p.representative_point(), i) for i, p in enumerate(polygons))
    kept = gmt("select", "-Df", "-Ns/k", "-fg", text=points)
    return [polygons[int(float(row.split()[2]))] for row in kept.splitlines()]


class Shore:
    """The shoreline of one region (inside the detail box, or around it), to be had at any tolerance.

    Lines are simplified between the points where they cross the box, which stay where they are: so the land
    inside and the land around it meet exactly, whatever their tolerances.
    """

    def __init__(self, lines, region):
        runs = split(lines, region)
        self.region = region
        self.islands = [Polygon(run) for run in runs if run.is_ring]
        self.open = [run for run in runs if not run.is_ring]
        # GMT is asked about each face without its islands: its point for a sea must not fall on one.
        islands = unary_union(self.islands).buffer(0)
        self.land = dry([face.difference(islands) for face in faces(self.open, region) if face.area > 1e-7])

    def at(self, km, least_km2):
        # A run that would shrink to its chord along the box's edge is kept finer, or land would end in a cut there.
        along = lambda line: len(line.coords) == 2 and 0 in (a - b for a, b in zip(*line.coords))
        lines = [(simplify(run, km), run) for run in self.open]
        faces_now = faces([simplify(run, km / 20) if along(line) else line for line, run in lines], self.region)
        near = lambda face: sum(face.intersection(piece).area for piece in self.land if piece.intersects(face))
        land = [face for face in faces_now if near(face) > face.area / 2]
        land += [simplify(island, km).buffer(0) for island in self.islands if area_km2(island) >= least_km2]
        return unary_union(land)


def coast(land, *regions):
    """The outline of land without the edges that only come from cutting it to a region."""
    edges = unary_union([ring for region in regions for ring in (region.exterior, *region.interiors)])
    edges = edges.buffer(0.0006)  # as near as rounding moves a point
    return joined(parts(unary_union([p.exterior for p in parts(land, "Polygon")]).difference(edges), "LineString"))


def lakes(shores, region, km, least_km2):
    omitted = [Point(entry["at"]) for entry in RECIPE["omitLakes"]]
    rings = polygonize(unary_union([line for level, line in shores if level == 2]))
    found = [ring.intersection(region) for ring in rings if ring.intersects(region)]
    return [
        simplify(p, km)
        for lake in found
        for p in parts(lake, "Polygon")
        if area_km2(p) >= least_km2 and not any(p.buffer(0.05).contains(point) for point in omitted)
    ]


def rivers(lines):
    """Named rivers as they are, others only up to the level of the recipe, as (id or None, line)."""
    named = {}
    runs = joined([line for _, line in lines])
    for river, points in RECIPE["rivers"].items():
        for point in points:
            named[min(range(len(runs)), key=lambda i: runs[i].distance(Point(point)))] = river
    major = unary_union([line for level, line in lines if level <= RECIPE["riverLevelMost"]]).buffer(1e-7)
    return [(named.get(i), run) for i, run in enumerate(runs) if i in named or run.intersection(major).length > run.length / 2]


def coordinates(points, decimals):
    out = []
    for x, y, *_ in points:
        pair = [round(x, decimals), round(y, decimals)]
        if not out or pair != out[-1]:
            out.append(pair)
    return out


def polygon_feature(polygons, decimals, properties):
    rings = [[coordinates(r.coords, decimals) for r in (p.exterior, *p.interiors)] for p in map(orient, polygons)]
    whole = lambda ring: len(ring) > 3 and Polygon(ring).area > 1e-5
    solid = [[ring for ring in p if whole(ring)] for p in rings if whole(p[0])]
    return {"type": "Feature", "properties": properties, "geometry": {"type": "MultiPolygon", "coordinates": solid}}


def line_feature(lines, decimals, properties):
    runs = [run for run in (coordinates(line.coords, decimals) for line in lines) if len(run) > 1]
    return {"type": "Feature", "properties": properties, "geometry": {"type": "MultiLineString", "coordinates": runs}}


def river_features(pieces, region, km, decimals):
    ids = sorted({river for river, _ in pieces if river}) + [None]
    runs = {key: [simplify(r, km) for r in split([line for river, line in pieces if river == key], region)] for key in ids}
    return [line_feature(runs[key], decimals, {"river": key} if key else {}) for key in ids if runs[key]]


def write(name, features):
    text = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":")) + "\n"
    path = DATA / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    print(f"{name:26} {len(text):8} {len(gzip.compress(text.encode(), 9)):7} gz")


def build_supplement(source):
    wanted = RECIPE["supplement"]
    bounds = {name: box(*edges) for name, edges in wanted["lakes"].items()}
    found = {name: [] for name in bounds}
    for part in json.loads(Path(source).read_text())["geometries"]:
        for ring in part["coordinates"]:
            lon, lat = ring[0][0]
            for name, area in bounds.items():
                if area.contains(Point(lon, lat)):
                    found[name].append(shape({"type": "Polygon", "coordinates": ring}).buffer(1e-5))
    features = [line_feature([LineString(line)], 3, {"river": name}) for name, line in wanted["rivers"].items()]
    for name, tiles in found.items():
        whole = [p for p in parts(unary_union(tiles), "Polygon") if area_km2(p) >= wanted["leastPieceKm2"]]
        features.append(polygon_feature([simplify(p, wanted["lakeKm"]) for p in whole], 4, {"lake": name}))
        print(name, [round(area_km2(p), 1) for p in whole], "km2")
    write("supplement.geojson", features)


def build():
    shores = dump_lines("-W")
    outer = FRAME.difference(INNER)
    level_one = joined([line for level, line in shores if level == 1])
    inside, around = Shore(level_one, INNER), Shore(level_one, outer)

    detail = inside.at(DETAIL["landKm"], DETAIL["leastIslandKm2"])
    context = around.at(CONTEXT["landKm"], CONTEXT["leastIslandKm2"])
    strip = INNER.difference(INNER.buffer(-CONTEXT["overlapDegrees"], join_style=2))
    under = unary_union([context, detail.intersection(strip)])  # no hairline of sea between the two fills
    sketch = unary_union([
        inside.at(SKETCH["insideKm"], SKETCH["leastIslandInsideKm2"]),
        around.at(SKETCH["outsideKm"], SKETCH["leastIslandOutsideKm2"]),
    ])
    streams = rivers(dump_lines("-Ia"))
    named = [(river, line) for river, line in streams if river]
    pools = lakes(shores, INNER, DETAIL["lakeKm"], DETAIL["leastLakeKm2"])
    seas = lakes(shores, outer, CONTEXT["lakeKm"], CONTEXT["leastLakeKm2"])
    for lake in pools + seas:
        print("lake", [round(v, 2) for v in lake.centroid.coords[0]], round(area_km2(lake)), "km2")

    near, far, light = DETAIL["decimals"], CONTEXT["decimals"], SKETCH["decimals"]
    write("detail/land.geojson", [polygon_feature(parts(detail, "Polygon"), near, {})])
    write("detail/coast.geojson", [line_feature(coast(detail, INNER), near, {})])
    write("detail/rivers.geojson", river_features(streams, INNER, DETAIL["riverKm"], near))
    write("detail/lakes.geojson", [polygon_feature(pools, near, {})])
    write("context/land.geojson", [polygon_feature(parts(under, "Polygon"), far, {})])
    write("context/coast.geojson", [line_feature(coast(context, outer), far, {})])
    write("context/rivers.geojson", river_features(streams, outer, CONTEXT["riverKm"], CONTEXT["waterDecimals"]))
    write("context/lakes.geojson", [polygon_feature(seas, CONTEXT["waterDecimals"], {})])
    write("sketch/land.geojson", [polygon_feature(parts(sketch, "Polygon"), light, {})])
    write("sketch/coast.geojson", [line_feature(coast(sketch, FRAME), light, {})])
    write("sketch/rivers.geojson", river_features(named, INNER, SKETCH["insideKm"], light))


if __name__ == "__main__":
    build()
    if len(sys.argv) > 1:
        build_supplement(sys.argv[1])
