"""The tables of a gazetteer's file, the shipped one's and the user's own alike. Standard library only: the build of the
gazetteer loads this file by its path.

``place``: points in degrees; ``seat`` 2 for a country's and 1 for a region's capital; ``centre_*`` the middle of a
region's towns; ``names`` folded, parted by line ends; ``radius`` in km; ``south`` to ``east`` the extent in degrees,
``west`` greater than ``east`` where it crosses the antimeridian. ``local_name``: the name in a report's language.
"""

FORMAT = "3"
KINDS = {"country": 0, "region": 1, "wide": 2, "district": 3, "settlement": 4, "site": 5, "sea": 6}
PLACE = (
    "id", "geonameid", "name", "kind", "country", "admin1", "lat", "lon", "population", "seat", "centre_lat",
    "centre_lon", "names", "radius", "south", "west", "north", "east",
)  # fmt: skip
TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE place (id INTEGER PRIMARY KEY, geonameid INTEGER, name TEXT, kind INTEGER, country TEXT, admin1 TEXT,
    lat REAL, lon REAL, population INTEGER, seat INTEGER, centre_lat REAL, centre_lon REAL, names TEXT,
    radius REAL, south REAL, west REAL, north REAL, east REAL);
CREATE TABLE phrase (name TEXT, place INTEGER, PRIMARY KEY (name, place)) WITHOUT ROWID;
CREATE TABLE name_key (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE local_name (place INTEGER, language TEXT, name TEXT, PRIMARY KEY (place, language)) WITHOUT ROWID;
"""
INDEXES = """
CREATE INDEX place_geonameid ON place (geonameid);
CREATE INDEX place_region ON place (country, admin1) WHERE kind = 1;
"""
