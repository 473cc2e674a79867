# Two dice, a thousand times
import random

counts = {}
for total in range(2, 13):
    counts[total] = 0

for throw in range(1000):
    total = random.randint(1, 6) + random.randint(1, 6)
    counts[total] = counts[total] + 1

for total in counts:
    ways = 6 - abs(7 - total)
    should = round(1000 * ways / 36)
    print(total, "thrown", counts[total], "should be about", should, "*" * (counts[total] // 5))
