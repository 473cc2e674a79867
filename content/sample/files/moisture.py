# Does the plant drink more now than in December?
import csv
from datetime import date
from statistics import median

EMPTY_JAR = 11  # days; that once the jar was empty, so this gap says nothing about the plant


def read(name):
    with open(name) as file:
        return [(date.fromisoformat(row["date"]), int(row["moisture"]), row["watered"] == "1") for row in csv.DictReader(file)]


def clean(rows):
    """Without the days when the sensor fell out."""
    return [row for row in rows if row[1] > 0]


def gaps(rows):
    """Days between two waterings, with the day of the second."""
    days = [day for day, _, watered in rows if watered]
    return [(later, (later - earlier).days) for earlier, later in zip(days, days[1:])]


def report(title, days):
    print(title, "median", median(days), "from", min(days), "to", max(days))


rows = clean(read("moisture.csv"))
middle = date(2026, 1, 17)
between = [(day, gap) for day, gap in gaps(rows) if gap != EMPTY_JAR]
report("first 45 days:", [gap for day, gap in between if day < middle])
report("last 45 days:", [gap for day, gap in between if day >= middle])
